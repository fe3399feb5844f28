/** What became of one attempt; `useless` means that this way cannot end this process at all. */
export type Delivery = 'sent' | 'denied' | 'gone' | 'useless';

/** One way to reach a process, named as it is shown to a person. */
export interface Signal {
  readonly name: string;
  send(pid: number): Promise<Delivery>;
}

/** How processes are ended on one operating system. Whoever calls it has checked the identity right before. */
export interface ProcessControl {
  /** Lets the process put its things in order. */
  readonly ask: Signal;
  /** Cannot be refused by the process. */
  readonly force: Signal;
  /** Wakes a stopped process, which acts on no signal but `force` until then; null where there is no such thing. */
  readonly resume: Signal | null;
  /** False when nobody has this pid. Asks at once and without a program, so it cannot tell who has it. */
  mayExist(pid: number): boolean;
  /** True when this user may not end whoever has this pid. Asks at once, without a program, and sends nothing. */
  isDenied(pid: number): boolean;
  isStopped(pid: number): Promise<boolean>;
}
