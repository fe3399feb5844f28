import { describe, expect, it } from 'vitest';
import { knownCommands } from '../../../../electron/cli/known-commands.ts';
import { cliWith } from '../../../helpers/run-cli-with.ts';

describe('runCli', () => {
  it('lists when no command is given', async () => {
    const { run, terminal } = cliWith();
    expect(await run('')).toBe(0);
    expect(terminal.outText).toMatch(/^\s*PORT/);
  });

  it('takes options without a command for those of ls', async () => {
    const { run, terminal } = cliWith();
    expect(await run('--json --tcp')).toBe(0);
    expect(JSON.parse(terminal.outText)).toMatchObject({ version: 1, listeners: [] });
  });

  it.each([
    ['kil 3000', /kil is not a command\. Did you mean kill\?.*Known are ls, show, kill/],
    ['wtach', /Did you mean watch\?/],
    ['frobnicate', /frobnicate is not a command\. Known are/],
    ['tickle 3000', /tickle is not a command/],
    ['62893', /To see one port: berth show 62893/],
    ['ls --josn', /unknown option --josn: did you mean --json\?/],
    ['ls --frobnicate', /unknown option --frobnicate: known are --json, --tcp, --udp, --reach, --help/],
    ['ls -x', /unknown option -x/],
    ['ls 3000', /"3000" does not belong here/],
    ['ls --tcp --udp', /--tcp and --udp exclude each other/],
    ['ls --reach moon', /moon is not a reach: give --reach machine or --reach network/],
    ['ls --reach', /--reach needs a value/],
    ['ls --reach --json', /--reach needs a value/],
    ['ls --json=yes', /--json takes no value/],
    ['show', /which port\?/],
    ['show 1 2', /"2" is too much: only one port/],
    ['show 0', /0 is not a port: give a whole number from 1 to 65535/],
    ['kill', /which port\?/],
    ['kill abc', /abc is not a port: give a whole number from 1 to 65535/],
    ['kill 70000', /70000 is not a port: give a whole number from 1 to 65535/],
    ['kill 3000 -1', /unknown option -1/],
    ['kill 0x50', /0x50 is not a port/],
    ['kill --pid', /--pid needs a value/],
    ['kill --pid 12 3000', /ports, --pid and --project exclude each other/],
    ['kill --pid 1 --pid 2', /--pid was given twice/],
    ['kill 3000 --started 2026-01-02T03:04:05.670Z', /give --pid too/],
    ['kill --pid 12 --started yesterday', /yesterday is not a moment/],
    ['watch --interval 100', /100 is not an interval: give a whole number from 250 to 60000/],
    ['watch --interval 60001', /60001 is not an interval/],
    ['free --count 0', /0 is not a count: give a whole number from 1 to 100/],
    ['free --range 5', /5 is not a range: give two ports/],
    ['free --range 3999-3000', /ends before it starts: give --range 3000-3999/],
    ['free --range 1-70000', /70000 is not a port/],
  ])('refuses "%s" with one sentence and exit code 2', async (line, sentence) => {
    const { run, terminal, core } = cliWith();
    expect(await run(line)).toBe(2);
    expect(terminal.messages).toHaveLength(1);
    expect(terminal.messageText).toMatch(sentence);
    expect(terminal.messageText).not.toContain('\n');
    expect(terminal.out).toEqual([]);
    expect(core.killed).toEqual([]);
  });

  it('does not let an argument drive the terminal', async () => {
    const { run, terminal } = cliWith();
    await run('kill \x1b[2J');
    expect(terminal.messageText).toContain('\\x1b[2J is not a port');
  });

  it('prints its version', async () => {
    const { run, terminal } = cliWith();
    expect(await run('--version')).toBe(0);
    expect(terminal.out).toEqual(['1.2.3']);
  });

  it.each(['help', '--help', '-h'])('tells every command for %s', async (line) => {
    const { run, terminal } = cliWith();
    expect(await run(line)).toBe(0);
    const longest = Math.max(...knownCommands.map(({ name }) => name.length));
    for (const { name, summary } of knownCommands)
      expect(terminal.outText).toContain(`${name.padEnd(longest)}  ${summary}`);
  });

  it.each(knownCommands.map(({ name }) => name))('tells every option of %s in its help', async (name) => {
    const command = await knownCommands.find((known) => known.name === name)?.load();
    for (const line of [`help ${name}`, `${name} --help`, `${name} -h`]) {
      const { run, terminal, core } = cliWith();
      expect(await run(line)).toBe(0);
      expect(terminal.outText).toMatch(`Use: berth ${name} `);
      for (const option of Object.keys(command?.options ?? {})) {
        expect(terminal.outText.split('\n\n').slice(1).join('\n')).toContain(`--${option}`);
      }
      expect(core.isClosed).toBe(false);
    }
  });

  it('says what went wrong in one line and answers 1 when the ports cannot be read', async () => {
    const { run, terminal, core } = cliWith((scripted) => {
      scripted.source = { ...scripted.source, state: 'failing', lastError: 'permission denied on /proc' };
    });
    expect(await run('ls --json')).toBe(1);
    expect(terminal.out).toEqual([]);
    expect(terminal.messages).toEqual(['berth ls: the ports could not be read: permission denied on /proc']);
    expect(core.isClosed).toBe(true);
  });
});
