import { CommandError, runCommand } from '../../lib/run-command.ts';
import { type Firewall, type Known, know, unknown } from '../system-facts.ts';
import { parseFirewalld, parseNft, parseUfw } from './parse-firewalls.ts';

const timeoutMs = 2000;

type Reader = (port: number, signal: AbortSignal) => Promise<Firewall | null | 'missing'>;

const ufw: Reader = (port, signal) =>
  ask('ufw', ['status', 'verbose'], (text) => parseUfw(text, port), signal);
const firewalld: Reader = (port, signal) =>
  ask('firewall-cmd', ['--list-all'], (text) => parseFirewalld(text, port), signal);
const nftables: Reader = (port, signal) =>
  ask('nft', ['list', 'ruleset'], (text) => parseNft(text, port), signal);

/** The first firewall that is on and may be asked. Nothing is changed. */
export async function readFirewall(port: number, signal: AbortSignal): Promise<Known<Firewall>> {
  let off: Firewall | null = null;
  let mayNotAsk = false;
  for (const read of [ufw, firewalld, nftables]) {
    const found = await read(port, signal);
    if (found === null) mayNotAsk = true;
    else if (found !== 'missing') {
      if (found.isOn) return know(found);
      off = found;
    }
  }
  if (mayNotAsk) return unknown('only root may read the rules of the firewall');
  return off ? know(off) : unknown('no firewall that Berth knows is installed');
}

async function ask(
  program: string,
  args: readonly string[],
  parse: (text: string) => Firewall | null,
  signal: AbortSignal,
): Promise<Firewall | null | 'missing'> {
  try {
    const { exitCode, stdout } = await runCommand(program, args, { timeoutMs, signal, maxBytes: 4_000_000 });
    return exitCode === 0 ? parse(stdout.toString('utf8')) : null;
  } catch (error) {
    return error instanceof CommandError && error.reason === 'missing' ? 'missing' : null;
  }
}
