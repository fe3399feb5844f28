import type { Snapshot } from '../../../shared/contract/snapshot.ts';
import { isJavaDebugger } from './expected-programs.ts';
import type { HeldListener } from './facts.ts';

/** Every listener of a snapshot with the owners that may be seen. */
export function holdersIn({ listeners, processes }: Snapshot): readonly HeldListener[] {
  const byKey = new Map(processes.map((process) => [process.key, process]));
  return listeners.map((listener) => ({
    listener,
    owners: listener.owners.flatMap((key) => byKey.get(key) ?? []),
  }));
}

/** Those on which a Java program waits for its debugger. */
export function findJavaDebuggers(held: readonly HeldListener[]): readonly HeldListener[] {
  return held
    .filter(({ owners }) => owners.some(({ command }) => isJavaDebugger(command)))
    .filter(isDebugPort);
}

/** A Java program may listen on more than the port of its debugger. */
function isDebugPort({ listener, owners }: HeldListener): boolean {
  const said = owners.flatMap(({ command }) => command).filter((argument) => /jdwp/.test(argument));
  const named = said.flatMap((argument) => /address=(?:[^,]*:)?(\d{1,5})/.exec(argument)?.[1] ?? []);
  return listener.protocol === 'tcp' && (named.length === 0 || named.includes(String(listener.port)));
}
