import type { ElectronApi } from './electron-api.ts';
import { inPlaceOf } from './on-call.ts';

export interface AskedDialog {
  readonly kind: 'open' | 'message';
  readonly message: string;
  readonly buttons: readonly string[];
}

/** Answers dialogs in the order in which answers were given. One that nobody answers fails instead of hanging. */
export function answerDialogs({ dialog }: Pick<ElectronApi, 'dialog'>) {
  const asked: AskedDialog[] = [];
  const paths: (readonly string[])[] = [];
  const buttons: string[] = [];

  inPlaceOf(dialog, 'showOpenDialog', async (...args: readonly unknown[]) => {
    const { title = '', message = title } = args.at(-1) as Electron.OpenDialogOptions;
    asked.push({ kind: 'open', message, buttons: [] });
    const filePaths = paths.shift();
    if (!filePaths) throw new Error('no answer was given to the dialog that asks for files');
    return { canceled: filePaths.length === 0, filePaths: [...filePaths] };
  });
  inPlaceOf(dialog, 'showMessageBox', async (...args: readonly unknown[]) => {
    const { message, buttons: offered = [] } = args.at(-1) as Electron.MessageBoxOptions;
    asked.push({ kind: 'message', message, buttons: offered });
    const wanted = buttons.shift();
    const response = offered.indexOf(wanted ?? '');
    if (response < 0)
      throw new Error(`“${message}” was answered with ${wanted}, which is not among ${offered.join()}`);
    return { response, checkboxChecked: false };
  });

  return {
    /** Nothing chosen stands for cancelled. */
    answerOpenDialog: (chosen: readonly string[]): void => void paths.push(chosen),
    answerMessageBox: (button: string): void => void buttons.push(button),
    dialogs: (): readonly AskedDialog[] => asked,
  };
}
