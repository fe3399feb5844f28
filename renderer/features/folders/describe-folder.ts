import type { ServedFolder } from '../../../shared/contract/folders.ts';
import type { DotProps } from '../../ui/dot.tsx';

/** What the dot of a folder means. */
export function describeFolder({ state }: ServedFolder): {
  readonly tone: DotProps['tone'];
  readonly text: string;
} {
  switch (state) {
    case 'serving':
      return { tone: 'ok', text: 'Serving' };
    case 'starting':
      return { tone: 'hollow', text: 'Starting' };
    case 'stopped':
      return { tone: 'hollow', text: 'Stopped' };
    case 'failed':
      return { tone: 'bad', text: 'Failed' };
    default:
      return state satisfies never;
  }
}

/** `127.0.0.1:62893` of `http://127.0.0.1:62893/`. */
export function hostOfUrl(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
