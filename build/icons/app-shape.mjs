/** Berth's icon as SVG: a boat, seen as a dot, in its berth. */

/** For pictures with room. @param {number} size  Pixels. @param {number} margin  Part of the width left empty on each side. */
export function appShape(size, margin) {
  const edge = margin * size;
  const side = size - 2 * edge;
  const at = (/** @type {number} */ part) => edge + (side * part) / 100;
  return tile({ size, edge }, [
    dock({
      left: at(27),
      right: at(73),
      top: at(35),
      bottom: at(74),
      bend: side * 0.18,
      line: side * 0.105,
      cap: 'round',
    }),
    boat(size / 2, at(41), side * 0.09),
  ]);
}

/** For small pictures: bolder, and on whole pixels, or lines would blur. @param {number} size  Pixels. */
export function smallAppShape(size) {
  const line = Math.round(size / 8);
  const left = Math.round(size * 0.19) + line / 2;
  const bottom = size - Math.round(size * 0.2) - line / 2;
  const radius = Math.round(size * 0.12);
  const top = Math.round(size * 0.28);
  const bend = size * 0.2;
  return tile({ size, edge: 0 }, [
    dock({ left, right: size - left, top, bottom, bend, line, cap: 'butt' }),
    boat(size / 2, top + radius, radius),
  ]);
}

/** @param {{ size: number, edge: number }} place @param {readonly string[]} shapes */
function tile({ size, edge }, shapes) {
  const side = size - 2 * edge;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">
  <defs>
    <linearGradient id="water" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#1ea596"/><stop offset="1" stop-color="#0c665d"/>
    </linearGradient>
  </defs>
  <rect x="${edge}" y="${edge}" width="${side}" height="${side}" rx="${side * 0.225}" fill="url(#water)"/>
  ${shapes.join('\n  ')}
</svg>`;
}

/**
 * @typedef {{ left: number, right: number, top: number, bottom: number, bend: number, line: number, cap: 'round' | 'butt' }} Dock
 * @param {Dock} dock
 */
function dock({ left, right, top, bottom, bend, line, cap }) {
  const path = [
    `M${left} ${top}V${bottom - bend}`,
    `a${bend} ${bend} 0 0 0 ${bend} ${bend}H${right - bend}`,
    `a${bend} ${bend} 0 0 0 ${bend} ${-bend}V${top}`,
  ].join('');
  return `<path d="${path}" fill="none" stroke="#fff" stroke-width="${line}" stroke-linecap="${cap}"/>`;
}

/** @param {number} x @param {number} y @param {number} radius */
function boat(x, y, radius) {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="#ffd27a"/>`;
}
