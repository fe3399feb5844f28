import type { Platform } from '../../../shared/contract/host.ts';
import type { ProcessAncestor } from './process-reader.ts';
import { editors, keepers, multiplexers, remoteLogins, shells, terminals } from './program-names.ts';

export interface OriginQuestion {
  readonly platform: Platform;
  readonly service: string | null;
  /** Nearest first. */
  readonly ancestors: readonly ProcessAncestor[];
}

/**
 * Who started a process, as the end of a sentence: `from zsh in Terminal`, `by systemd unit nginx.service`. Null when
 * its ancestors do not tell.
 */
export function originOfProcess({ platform, service, ancestors }: OriginQuestion): string | null {
  let shell: string | null = null;
  for (const ancestor of ancestors) {
    const name = plainName(ancestor.name);
    if (shells.has(name)) {
      shell ??= name;
      continue;
    }
    const host = hostOf(ancestor, name);
    if (host) return sentence(host, shell);
  }
  if (service !== null) return `by ${serviceKind(platform)} ${service}`;
  return shell === null ? null : `from ${shell}`;
}

/** What a shell runs in, or what starts programs without one. */
interface Host {
  readonly kind: 'in' | 'over' | 'by';
  readonly name: string;
}

function hostOf(ancestor: ProcessAncestor, name: string): Host | null {
  const place = multiplexers.get(name) ?? remoteEditor(ancestor) ?? jetbrains(ancestor) ?? editors.get(name);
  if (place !== undefined) return { kind: 'in', name: place };
  if (remoteLogins.has(name))
    return { kind: 'over', name: name.startsWith('sshd') || name === 'dropbear' ? 'ssh' : name };
  const keeper = keepers.get(name) ?? (/^pm2 v/.test(name) ? 'pm2' : undefined);
  if (keeper !== undefined) return { kind: 'by', name: keeper };
  const terminal = terminals.get(name) ?? macApplication(ancestor.executable);
  return terminal === undefined ? null : { kind: 'in', name: terminal };
}

function sentence(host: Host, shell: string | null): string {
  switch (host.kind) {
    case 'in':
      return shell === null ? `from ${host.name}` : `from ${shell} in ${host.name}`;
    case 'over':
      return shell === null ? `over ${host.name}` : `from ${shell} over ${host.name}`;
    case 'by':
      return `by ${host.name}`;
  }
}

/** A login shell has a dash before its name, a name on Windows its extension behind. */
function plainName(name: string): string {
  return name
    .replace(/^-/, '')
    .replace(/\.exe$/i, '')
    .toLowerCase();
}

/** On a remote machine the editor's server is a node of its own. */
function remoteEditor({ executable, command }: ProcessAncestor): string | undefined {
  const place = `${executable ?? ''}\n${command.slice(0, 2).join('\n')}`;
  if (/[\\/]\.vscode-server(-insiders)?[\\/]/.test(place)) return 'Visual Studio Code';
  if (/[\\/]\.cursor-server[\\/]/.test(place)) return 'Cursor';
  return /[\\/]\.windsurf-server[\\/]/.test(place) ? 'Windsurf' : undefined;
}

const jetbrainsProducts = [
  ['IntelliJIdea', 'IntelliJ IDEA'],
  ['IdeaIC', 'IntelliJ IDEA'],
  ['PyCharm', 'PyCharm'],
  ['WebStorm', 'WebStorm'],
  ['PhpStorm', 'PhpStorm'],
  ['GoLand', 'GoLand'],
  ['RubyMine', 'RubyMine'],
  ['CLion', 'CLion'],
  ['Rider', 'Rider'],
  ['RustRover', 'RustRover'],
  ['AndroidStudio', 'Android Studio'],
] as const;

/** Started by a script, these are a `java` that names the product in a property. */
function jetbrains({ command }: ProcessAncestor): string | undefined {
  const selector = command.find((word) => word.startsWith('-Didea.paths.selector='))?.split('=')[1];
  return selector && jetbrainsProducts.find(([prefix]) => selector.startsWith(prefix))?.[1];
}

/** The outermost bundle is what the person sees in the Dock. Python's own bundle is the interpreter. */
function macApplication(executable: string | null): string | undefined {
  const bundle = executable && /^(?:.*?)\/([^/]+)\.app\/Contents\//.exec(executable)?.[1];
  return bundle && bundle !== 'Python' ? bundle : undefined;
}

function serviceKind(platform: Platform): string {
  switch (platform) {
    case 'linux':
      return 'systemd unit';
    case 'darwin':
      return 'launchd service';
    case 'win32':
      return 'Windows service';
  }
}
