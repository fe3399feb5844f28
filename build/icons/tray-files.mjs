import { trayStates } from './tray-shape.mjs';

/**
 * Every file of the tray: how it is kept here, and how the app calls it. macOS wants names that end in `Template`, and the sharper
 * twin of a PNG must end in `@2x`; names in the source are in kebab case.
 *
 * @typedef {object} TrayFile
 * @property {string} source @property {string} target
 * @property {import('./tray-shape.mjs').TrayState} state
 * @property {readonly number[]} sizes  Pixels; a PNG has one, an icon several.
 * @property {'template' | 'on-light' | 'on-dark'} kind
 */

/** What Windows asks for at 100, 125, 150, 200, 250 and 300 percent. */
const icoSizes = [16, 20, 24, 32, 40, 48];

/** Linux panels scale: the icon is drawn at what they show at twice the size. */
const linuxSize = 32;

/** @type {readonly TrayFile[]} */
export const trayFiles = trayStates.flatMap((state) => {
  const name = state === 'normal' ? 'tray' : `tray-${state}`;
  const template = { state, kind: /** @type {const} */ ('template') };
  const coloured = (/** @type {'on-light' | 'on-dark'} */ kind) => {
    const both = `${name}-${kind}`;
    return [
      { state, kind, source: `${both}.ico`, target: `${both}.ico`, sizes: icoSizes },
      { state, kind, source: `${both}.png`, target: `${both}.png`, sizes: [linuxSize] },
      { state, kind, source: `${both}-at-2x.png`, target: `${both}@2x.png`, sizes: [linuxSize * 2] },
    ];
  };
  return [
    { ...template, source: `${name}-template.png`, target: `${name}Template.png`, sizes: [16] },
    { ...template, source: `${name}-template-at-2x.png`, target: `${name}Template@2x.png`, sizes: [32] },
    ...coloured('on-light'),
    ...coloured('on-dark'),
  ];
});
