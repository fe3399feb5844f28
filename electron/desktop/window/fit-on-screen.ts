export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** So much of a window's upper edge has to be on a screen for a person to be able to take hold of it. */
const graspable: Size = { width: 120, height: 32 };

/**
 * Where a window goes that stood at `wanted` before: there, if a screen is still there, and never larger than it; else
 * in the middle of the first screen. `areas` are the screens without bars and docks, the main one first.
 */
export function fitOnScreen(wanted: Rectangle | null, size: Size, areas: readonly Rectangle[]): Rectangle {
  const home = wanted && areas.find((area) => canBeGrasped(wanted, area));
  if (wanted && home) return moveInto(wanted, home);
  const [main] = areas;
  const { width, height } = wanted ?? size;
  return main ? centre({ width, height }, main) : { x: 0, y: 0, width, height };
}

function canBeGrasped(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const isUpperEdgeInside =
    window.y >= area.y - graspable.height / 2 && window.y + graspable.height <= area.y + area.height;
  return across >= graspable.width && isUpperEdgeInside;
}

function moveInto(window: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(window.width, area.width);
  const height = Math.min(window.height, area.height);
  return {
    x: clamp(window.x, area.x, area.x + area.width - width),
    y: clamp(window.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function centre(size: Size, area: Rectangle): Rectangle {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
