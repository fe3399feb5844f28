/** One kill, of one port or of many, that can be taken back for a while. */
export interface UndoOffer {
  readonly runId: string;
  /** What `ports.undo-kill` is asked with. */
  readonly ids: readonly string[];
  /** Milliseconds of the clock. */
  readonly until: number;
  /** `Ended python3 on 62893.` */
  readonly text: string;
  readonly phase: 'offered' | 'undoing' | 'back' | 'failed';
  /** What became of the undo. */
  readonly message: string | null;
  readonly lines: readonly string[];
}
