import path from 'node:path';
import { JsonFile } from '../../core/lib/json-file.ts';
import type { Rectangle } from './fit-on-screen.ts';

export interface WindowPlace {
  /** As it is when not maximised. */
  readonly bounds: Rectangle;
  readonly isMaximized: boolean;
}

/** Where the window stood, in `window.json` beside the settings. */
export class WindowMemory {
  readonly #file: JsonFile<WindowPlace | null>;
  readonly #tell: (sentence: string) => void;

  constructor(dataFolder: string, tell: (sentence: string) => void) {
    this.#tell = tell;
    this.#file = new JsonFile<WindowPlace | null>({
      file: path.join(dataFolder, 'window.json'),
      what: 'place of the window',
      initial: null,
      parse: async (content) => parsePlace(content),
      tell,
    });
  }

  read(): Promise<WindowPlace | null> {
    return this.#file.read();
  }

  async keep(place: WindowPlace): Promise<void> {
    const kept = await this.#file.change(() => place);
    if (!kept.ok) this.#tell(kept.failure.message);
  }
}

export function parsePlace(content: unknown): WindowPlace | null {
  const { bounds, isMaximized } = (content ?? {}) as Partial<WindowPlace>;
  const { x, y, width, height } = (bounds ?? {}) as Partial<Rectangle>;
  if (typeof isMaximized !== 'boolean' || ![x, y, width, height].every(Number.isSafeInteger)) return null;
  const place = { x, y, width, height } as Rectangle;
  return place.width > 0 && place.height > 0 ? { bounds: place, isMaximized } : null;
}
