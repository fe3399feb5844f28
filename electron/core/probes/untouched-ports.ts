/** Ports whose usual service can be harmed by a connection, with what that is. */
const ranges: readonly (readonly [first: number, last: number, what: string])[] = [
  [9100, 9107, 'printers print what they receive on it'],
  [515, 515, 'printers print what they receive on it'],
  [5037, 5037, 'the Android debug bridge uses it'],
  [5554, 5585, 'the Android debug bridge uses it'],
  [6000, 6063, 'X servers use it'],
  [3389, 3389, 'Remote Desktop uses it'],
  [139, 139, 'Windows file sharing uses it'],
  [445, 445, 'Windows file sharing uses it'],
  [102, 102, 'industrial controllers use it'],
  [502, 502, 'industrial controllers use it'],
  [789, 789, 'industrial controllers use it'],
  [1911, 1911, 'industrial controllers use it'],
  [1962, 1962, 'industrial controllers use it'],
  [2404, 2404, 'industrial controllers use it'],
  [4840, 4840, 'industrial controllers use it'],
  [4911, 4911, 'industrial controllers use it'],
  [5094, 5094, 'industrial controllers use it'],
  [9600, 9600, 'industrial controllers use it'],
  [18_245, 18_246, 'industrial controllers use it'],
  [20_000, 20_000, 'industrial controllers use it'],
  [44_818, 44_818, 'industrial controllers use it'],
];

const byPort = new Map(
  ranges.flatMap(([first, last, what]) =>
    Array.from({ length: last - first + 1 }, (_, at) => [first + at, what] as const),
  ),
);

/** Why a port is left alone as long as nobody knows what holds it, null for most. */
export function whyUntouched(port: number): string | null {
  return byPort.get(port) ?? null;
}
