import { encode } from 'uqr';

export interface QrPath {
  /** Modules on each side, the quiet border included. */
  readonly size: number;
  /** For the `d` of a path, one unit for each module. */
  readonly path: string;
}

/** Modules of light around the code, without which cameras do not find it (ISO/IEC 18004). */
const quietBorder = 4;

/** A text as a QR code that can be drawn. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: quietBorder });
  const parts = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: parts.join('') };
}
