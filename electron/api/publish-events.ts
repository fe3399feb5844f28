import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import type { Publish } from '../../shared/rpc/serve-calls.ts';
import type { Core } from '../core/core.ts';
import type { ShellServices } from './shell-services.ts';

/** Tells a connection everything the core and the shell tell, until the returned function is called. */
export function publishEvents(core: Core, shell: ShellServices, publish: Publish): () => void {
  const tell = <N extends EventName>(name: N, payload: EventPayload<N>, sequence: number | null) =>
    publish(name, payload, sequence);
  const subscriptions = [
    core.onChanges((changes) => tell('changes', changes, changes.sequence)),
    core.onSource((status) => tell('source', status, null)),
    core.onKillProgress((progress) => tell('kill-progress', progress, null)),
    core.onSettings((settings) => tell('settings', settings, null)),
    core.probes.onAnswer((answer) => tell('probe', answer, null)),
    core.folders.onChange((folders) => tell('folders', { folders: [...folders] }, null)),
    shell.onNavigate((navigate) => tell('navigate', navigate, null)),
    shell.onRunCommand((command) => tell('run-command', command, null)),
  ];
  return () => {
    for (const unsubscribe of subscriptions) unsubscribe();
  };
}
