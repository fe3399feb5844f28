/** A kill from the tray that can still be taken back. */
export interface UndoOffer {
  readonly id: string;
  readonly port: number;
  /** Names of what was ended. */
  readonly name: string;
}
