/** Electron as its own types describe it: what is recorded here is recorded on the real one as well. */
export type ElectronApi = typeof Electron.CrossProcessExports;
