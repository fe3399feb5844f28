/** @typedef {import('./rooms.mjs').Rule} Rule */

/** How deep below its room's folder a file can lie. */
const depths = [0, 1, 2];

const platformFromOs = {
  group: ['node:os'],
  importNamePattern: 'platform',
  message: "Only a shell's main.ts and the choose-*.ts files ask for the platform; everyone else is told.",
};

const ipcMain = {
  group: ['electron'],
  importNamePattern: 'ipcMain',
  message: 'Only ipc-endpoint.ts speaks through ipcMain: that is where the sender is checked.',
};

/**
 * Writes the table as overrides of Biome's noRestrictedImports. That rule sees an import as it is written, so a room gets
 * one override for each depth of its files.
 *
 * @param {readonly Rule[]} rules
 */
export function toOverrides(rules) {
  return rules.flatMap((rule) =>
    (rule.files ? [0] : depths).map((depth) => ({
      includes: includes(rule, depth),
      linter: {
        rules: {
          style: { noRestrictedImports: { level: 'error', options: { patterns: patterns(rule, depth) } } },
        },
      },
    })),
  );
}

/** @param {Rule} rule @param {number} depth */
function includes(rule, depth) {
  const below = `${rule.room}${'/*'.repeat(depth)}`;
  return (rule.files ?? ['*']).map((file) => `${below}/${file}`);
}

/** @param {Rule} rule @param {number} depth */
function patterns(rule, depth) {
  const names = [{ group: group(rule, depth), message: rule.message }];
  return [
    ...names,
    ...(rule.node ? [platformFromOs] : []),
    ...(rule.packages?.includes('electron') && !rule.speaksIpc ? [ipcMain] : []),
  ];
}

/**
 * Everything is refused, `!` takes back, and the last pattern that matches decides.
 * @param {Rule} rule @param {number} depth
 */
function group(rule, depth) {
  const up = '../'.repeat(depth);
  return [
    '**',
    ...(rule.packages ?? []).map((name) => `!${name}`),
    ...(rule.node ? ['!node:*', '!node:*/**', 'node:process'] : []),
    ...(rule.node && !rule.startsPrograms ? ['node:child_process'] : []),
    '!./**',
    ...(depth > 0 ? ['!../**'] : []),
    `${up}../**`,
    './../**',
    ...(rule.places ?? []).map((place) => `!${fromDepth(rule, depth, place)}`),
  ];
}

/**
 * The place as a file at that depth of the room writes it.
 * @param {Rule} rule @param {number} depth @param {string} place
 */
function fromDepth(rule, depth, place) {
  const here = rule.room.split('/');
  const there = place.split('/');
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common += 1;
  const climb = '../'.repeat(here.length - common + depth) || './';
  const rest = there.slice(common).join('/');
  return `${climb}${rest.endsWith('/') ? `${rest}**` : rest}`;
}
