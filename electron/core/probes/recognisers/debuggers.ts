import type { CommandFacts } from '../command-facts.ts';
import type { Recognition, Step } from '../recognition.ts';
import { wordAfter } from '../word-after.ts';

/** Whether a debugger is worth looking for at all: one cheap test before the many. */
const hint =
  /jdwp|--inspect|--debug|debugpy|pydevd|gdbserver|lldb|debugserver|\bdlv\b|rdbg|rdebug|vsdbg|netcoredbg|--remote-debugging-port|-start-debugger-server|-gdb|--enable-vm-service|--observe|openocd|dapdebugserver/i;

const debugPrograms: ReadonlyMap<string, string> = new Map([
  ['gdbserver', 'gdbserver'],
  ['lldb-server', 'LLDB server'],
  ['lldb-dap', 'LLDB debug adapter'],
  ['debugserver', 'LLDB debugserver'],
  ['codelldb', 'CodeLLDB'],
  ['dlv', 'Delve debugger'],
  ['dlv-dap', 'Delve debugger'],
  ['debugpy', 'Python debugger'],
  ['rdbg', 'Ruby debugger'],
  ['rdebug-ide', 'Ruby debugger'],
  ['vsdbg', '.NET debugger'],
  ['vsdbg-ui', '.NET debugger'],
  ['netcoredbg', '.NET debugger'],
  ['openocd', 'OpenOCD'],
]);

interface Flag {
  readonly product: string;
  readonly evidence: string;
  /** The port it names; null where the system chose one, so that any port of the process may be it. */
  readonly port: number | null;
  readonly step: Step | null;
}

/** A debugger that the command line tells of, when this is its port or may be. */
export function recogniseDebugger(facts: CommandFacts, port: number): Recognition | null {
  const named = facts.names.find(({ name }) => debugPrograms.has(name));
  if (named) {
    const product = debugPrograms.get(named.name) ?? 'Debugger';
    return debuggerFound({ product, evidence: named.evidence, port, step: null });
  }
  if (!hint.test(facts.line) && !facts.program.startsWith('qemu')) return null;
  const flag = findFlag(facts);
  if (flag === null || (flag.port !== null && !isPortOf(flag, port))) return null;
  return debuggerFound(flag);
}

function debuggerFound({ product, evidence, port, step }: Flag): Recognition {
  return {
    identity: {
      kind: 'debugger',
      product,
      target: null,
      confidence: port === null ? 'possible' : 'certain',
      source: 'command-line',
      evidence: evidence.slice(0, 300),
    },
    step,
    gentle: false,
  };
}

/** Workers of a program under the inspector take the numbers that follow. */
function isPortOf({ port, step }: Flag, actual: number): boolean {
  if (port === null || port === actual) return true;
  return step === 'inspector' && actual > port && actual <= port + 20;
}

function findFlag(facts: CommandFacts): Flag | null {
  const { command } = facts.owner;
  for (const [at, word] of command.entries()) {
    const flag =
      javaFlag(word) ?? nodeFlag(word, command) ?? chromeFlag(word) ?? otherFlag(word, at, command);
    if (flag) return flag;
  }
  return null;
}

function javaFlag(word: string): Flag | null {
  const options = /^-(?:agentlib:jdwp=|agentpath:.*jdwp[^=]*=|Xrunjdwp:)(.*)$/.exec(word)?.[1];
  if (options === undefined || !/(^|,)server=y/.test(options)) return null;
  const address = /(?:^|,)address=([^,]*)/.exec(options)?.[1] ?? '';
  return { product: 'Java debugger (JDWP)', evidence: word, port: portIn(address), step: null };
}

function nodeFlag(word: string, command: readonly string[]): Flag | null {
  const parts = /^--inspect(-brk|-wait|-brk-node)?(?:=(.*))?$/.exec(word);
  if (parts === null) return null;
  const [, kind = '', value = ''] = parts;
  const given = wordAfter(command, '--inspect-port') ?? wordAfter(command, '--debug-port') ?? value;
  const port = /(^|:)0$/.test(given) ? null : (portIn(given) ?? 9229);
  // A program that waits for its debugger may take any connection for it.
  const isWaiting = kind !== '';
  const product = isWaiting ? 'Node.js program waiting for its debugger' : 'Node.js inspector';
  return { product, evidence: word, port, step: isWaiting ? null : 'inspector' };
}

function chromeFlag(word: string): Flag | null {
  const value = /^--remote-debugging-port=(\d+)$/.exec(word)?.[1];
  if (value === undefined) return null;
  return { product: 'Chrome DevTools', evidence: word, port: portIn(value), step: 'inspector' };
}

const otherFlags: readonly (readonly [RegExp, string])[] = [
  [/[/\\](debugpy|pydevd)([/\\.]|$)|^(debugpy|pydevd)$/, 'Python debugger'],
  [/(?:^|[/\\])(rdbg|rdebug-ide)$/, 'Ruby debugger'],
  [/^--?start-debugger-server/, 'Firefox DevTools'],
  [/^--(enable-vm-service|observe)/, 'Dart VM service'],
  [/dapdebugserver|vsdebugserver/i, 'JavaScript debug adapter'],
];

function otherFlag(word: string, at: number, command: readonly string[]): Flag | null {
  const found = otherFlags.find(([pattern]) => pattern.test(word));
  if (found) return { product: found[1], evidence: word, port: null, step: null };
  if (!/qemu/.test(command[0] ?? '')) return null;
  if (word === '-s') return { product: 'QEMU debugger', evidence: word, port: 1234, step: null };
  if (word !== '-gdb') return null;
  const value = command[at + 1] ?? '';
  return { product: 'QEMU debugger', evidence: `-gdb ${value}`, port: portIn(value), step: null };
}

/** The port of `5005`, `*:5005`, `[::1]:5005`; null for none or 0. */
function portIn(address: string): number | null {
  const digits = /(?:^|:)(\d{1,5})(?:,|$)/.exec(address)?.[1];
  return digits === undefined || digits === '0' ? null : Number(digits);
}
