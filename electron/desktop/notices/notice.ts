/** What is told to the person outside the window. */
export interface Notice {
  /** A later notice with the same key takes the place of one that has not been shown. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  /** The row that a click shows; null shows the list. */
  readonly listenerId: string | null;
}
