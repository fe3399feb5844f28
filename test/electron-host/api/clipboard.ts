import { refuseUnknown } from '../refuse-unknown.ts';

let text = '';

/** Of Electron 44 and later: in the main process only, and every call is a promise. */
export const clipboard = refuseUnknown('clipboard', {
  async writeText(next: string): Promise<void> {
    text = String(next);
  },
  async readText(): Promise<string> {
    return text;
  },
  clear(): void {
    text = '';
  },
});
