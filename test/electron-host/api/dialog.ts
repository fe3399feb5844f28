import { refuseUnknown } from '../refuse-unknown.ts';

/** A dialog that nobody answers hangs a test on Electron; here it fails. Tests answer in its place, see `control.ts`. */
function unanswered(name: string) {
  return (..._options: unknown[]): Promise<never> =>
    Promise.reject(new Error(`electron-host: dialog.${name} was not answered by the test`));
}

export const dialog = refuseUnknown('dialog', {
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showMessageBox: unanswered('showMessageBox'),
  showErrorBox(title: string, content: string): void {
    console.error(`${title}\n${content}`);
  },
});
