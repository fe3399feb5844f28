import type { Rectangle, Size } from './fit-on-screen.ts';

const gap = 6;

/**
 * Where the small window goes: centred on the icon, on that side of it on which the screen is, and wholly on it.
 * `area` is the screen of the icon without its bars.
 */
export function placeNearTray(icon: Rectangle, size: Size, area: Rectangle): Rectangle {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  const right = area.x + area.width - width;
  const bottom = area.y + area.height - height;
  const middle = { x: icon.x + icon.width / 2, y: icon.y + icon.height / 2 };
  const isBeside = middle.x < area.x || middle.x > area.x + area.width;
  const x = isBeside ? (middle.x < area.x ? area.x + gap : right - gap) : middle.x - width / 2;
  const isBelow = middle.y > area.y + area.height / 2;
  const y = isBeside ? middle.y - height / 2 : isBelow ? bottom - gap : area.y + gap;
  return {
    x: Math.round(Math.min(right, Math.max(area.x, x))),
    y: Math.round(Math.min(bottom, Math.max(area.y, y))),
    width,
    height,
  };
}
