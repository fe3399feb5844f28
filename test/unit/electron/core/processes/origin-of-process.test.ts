import { describe, expect, test } from 'vitest';
import { originOfProcess } from '../../../../../electron/core/processes/origin-of-process.ts';
import type { ProcessAncestor } from '../../../../../electron/core/processes/process-reader.ts';
import { ancestors } from '../../../../fakes/process-facts.ts';

const origin = (names: readonly string[], service: string | null = null) =>
  originOfProcess({ platform: 'linux', service, ancestors: ancestors(...names) });

function running(name: string, executable: string, command: readonly string[] = []): ProcessAncestor {
  return { pid: 9, name, executable, command };
}

describe('originOfProcess', () => {
  test.each([
    [['npm run dev', 'zsh', 'gnome-terminal-server', 'systemd'], 'from zsh in GNOME Terminal'],
    [['bash', 'tmux: server', 'systemd'], 'from bash in tmux'],
    [['-bash', 'sshd', 'sshd', 'systemd'], 'from bash over ssh'],
    [['sshd-session', 'sshd', 'systemd'], 'over ssh'],
    [['node', 'code', 'code', 'systemd'], 'from Visual Studio Code'],
    [['bash', 'code', 'systemd'], 'from bash in Visual Studio Code'],
    [['sh', 'cron', 'systemd'], 'by cron'],
    [['supervisord', 'systemd'], 'by supervisord'],
    [['PM2 v5.4.2: God Daemon (/home/ann/.pm2)', 'systemd'], 'by pm2'],
    [['bash', 'systemd'], 'from bash'],
    [['pwsh.exe', 'WindowsTerminal.exe', 'explorer.exe'], 'from pwsh in Windows Terminal'],
  ])('says of %j: %s', (names, sentence) => {
    expect(origin(names)).toBe(sentence);
  });

  test('names the service where there is neither terminal nor editor', () => {
    expect(origin(['systemd'], 'nginx.service')).toBe('by systemd unit nginx.service');
    expect(origin(['sh', 'systemd'], 'web.service')).toBe('by systemd unit web.service');
  });

  test('names the login and not the service that the login runs in', () => {
    expect(origin(['bash', 'sshd', 'systemd'], 'ssh.service')).toBe('from bash over ssh');
  });

  test('says nothing where the ancestors tell nothing', () => {
    expect(origin(['systemd'])).toBeNull();
    expect(origin([])).toBeNull();
  });

  test('names an application of macOS by its bundle', () => {
    const code =
      '/Applications/Visual Studio Code.app/Contents/Frameworks/Code Helper.app/Contents/MacOS/Code Helper';
    const chain = [
      running('zsh', '/bin/zsh'),
      running('Code Helper', code),
      running('launchd', '/sbin/launchd'),
    ];
    expect(originOfProcess({ platform: 'darwin', service: null, ancestors: chain })).toBe(
      'from zsh in Visual Studio Code',
    );
    const terminal = [
      running('-zsh', '/bin/zsh'),
      running('login', '/usr/bin/login'),
      running('Terminal', '/System/Applications/Utilities/Terminal.app/Contents/MacOS/Terminal'),
    ];
    expect(originOfProcess({ platform: 'darwin', service: null, ancestors: terminal })).toBe(
      'from zsh in Terminal',
    );
  });

  test('does not take the interpreter of Python for an application', () => {
    const python = running(
      'Python',
      '/opt/homebrew/Frameworks/Python.framework/Versions/3.12/Resources/Python.app/Contents/MacOS/Python',
    );
    expect(originOfProcess({ platform: 'darwin', service: null, ancestors: [python] })).toBeNull();
  });

  test('names services of macOS and Windows', () => {
    const ask = (platform: 'darwin' | 'win32') => originOfProcess({ platform, service: 'x', ancestors: [] });
    expect(ask('darwin')).toBe('by launchd service x');
    expect(ask('win32')).toBe('by Windows service x');
  });

  test('knows editors behind a runtime of their own', () => {
    const idea = running('java', '/opt/idea/jbr/bin/java', ['java', '-Didea.paths.selector=PyCharm2026.1']);
    const server = running('node', '/home/ann/.vscode-server/bin/4711/node');
    const ask = (one: ProcessAncestor) =>
      originOfProcess({ platform: 'linux', service: null, ancestors: [running('bash', '/bin/bash'), one] });
    expect(ask(idea)).toBe('from bash in PyCharm');
    expect(ask(server)).toBe('from bash in Visual Studio Code');
  });
});
