/**
 * The icon of the tray as SVG: the berth, and in it what goes on, so that the state can be told without colour. A boat: all is
 * well. An exclamation mark: something needs a look. Two bars: Berth is not looking.
 *
 * @typedef {'normal' | 'warning' | 'paused'} TrayState
 * @typedef {{ berth: string, sign: string }} Ink  Colours.
 */

export const trayStates = /** @type {TrayState[]} */ (['normal', 'warning', 'paused']);

/** @param {TrayState} state @param {number} size @param {Ink} ink */
export function trayShape(state, size, ink) {
  // Drawn on a grid of 16 and moved to whole pixels, or thin lines would blur.
  const px = (/** @type {number} */ place) => Math.round((place * size) / 16);
  const rect = (/** @type {number[]} */ [left = 0, top = 0, right = 0, bottom = 0], round = 0) =>
    `<rect x="${px(left)}" y="${px(top)}" width="${px(right) - px(left)}" height="${px(bottom) - px(top)}" rx="${round}"/>`;
  const signs = {
    normal: () => rect([5, 4, 11, 10], (px(11) - px(5)) / 2),
    warning: () => rect([7, 1, 9, 7]) + rect([7, 8.5, 9, 10.5]),
    paused: () => rect([5, 3, 7, 10]) + rect([9, 3, 11, 10]),
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">
  <path d="${dock(px)}" fill="${ink.berth}"/>
  <g fill="${ink.sign}">${signs[state]()}</g>
</svg>`;
}

/** A U, as an outline: a stroke could not be moved to whole pixels on both of its sides. @param {(place: number) => number} px */
function dock(px) {
  const outer = { left: px(1), right: px(15), bottom: px(15), round: px(5) };
  const inner = { left: px(3), right: px(13), bottom: px(13), round: px(3) };
  const top = px(4);
  return [
    `M${outer.left} ${top}`,
    `V${outer.bottom - outer.round}`,
    `a${outer.round} ${outer.round} 0 0 0 ${outer.round} ${outer.round}`,
    `H${outer.right - outer.round}`,
    `a${outer.round} ${outer.round} 0 0 0 ${outer.round} ${-outer.round}`,
    `V${top}H${inner.right}`,
    `V${inner.bottom - inner.round}`,
    `a${inner.round} ${inner.round} 0 0 1 ${-inner.round} ${inner.round}`,
    `H${inner.left + inner.round}`,
    `a${inner.round} ${inner.round} 0 0 1 ${-inner.round} ${-inner.round}`,
    `V${top}Z`,
  ].join('');
}
