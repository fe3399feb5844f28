/** Colours for a terminal, or none. Applied to text that is safe to show. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly caution: (text: string) => string;
  readonly bad: (text: string) => string;
}

const keep = (text: string) => text;
const plain: Paint = { strong: keep, faint: keep, good: keep, caution: keep, bad: keep };

const wrap = (on: number, off: number) => (text: string) => `\x1b[${on}m${text}\x1b[${off}m`;
const coloured: Paint = {
  strong: wrap(1, 22),
  faint: wrap(2, 22),
  good: wrap(32, 39),
  caution: wrap(33, 39),
  bad: wrap(31, 39),
};

export function paintFor(hasColours: boolean): Paint {
  return hasColours ? coloured : plain;
}
