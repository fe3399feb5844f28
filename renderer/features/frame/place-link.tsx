import type { ComponentProps } from 'react';
import type { Place } from '../../../shared/contract/navigation.ts';
import type { Command } from '../../commands/command.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { keyName } from '../../ui/kbd.tsx';

export interface PlaceLinkProps extends ComponentProps<'a'> {
  readonly id: Place;
  readonly command: Command;
}

/** A way to a place. It is a link, so that a browser can open it in a tab of its own. */
export function PlaceLink({ id, command, ...rest }: PlaceLinkProps) {
  const app = useApp();
  const now = useAppState((state) => state.view.place === id);
  return (
    <a
      href={`#${id}`}
      aria-current={now ? 'page' : undefined}
      title={`${command.title} (${keyName(command.keys[0] ?? '')})`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        command.run(app);
      }}
      {...rest}
    />
  );
}
