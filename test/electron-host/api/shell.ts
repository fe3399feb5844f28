import { refuseUnknown } from '../refuse-unknown.ts';

/** Opens nothing. What would have been opened is recorded by `recorder.ts`. */
export const shell = refuseUnknown('shell', {
  openExternal: async (_url: string): Promise<void> => {},
  openPath: async (_path: string): Promise<string> => '',
  showItemInFolder: (_path: string): void => {},
  beep: (): void => {},
});
