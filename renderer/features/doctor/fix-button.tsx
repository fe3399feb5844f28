import type { Fix } from '../../../shared/contract/doctor.ts';
import { killPort } from '../../commands/kill-port.ts';
import { restartPort } from '../../commands/restart-port.ts';
import { chooseAndServe } from '../../commands/serve-folder.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCapability } from '../../hooks/use-capability.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { useLive } from '../../hooks/use-live.ts';
import { copyText } from '../../store/copy-text.ts';
import { revealNumber } from '../../store/reveal-number.ts';
import { Button } from '../../ui/button.tsx';

type Of<K extends Fix['kind']> = Extract<Fix, { kind: K }>;

/** One way out, wired to the command that it is. */
export function FixButton({ fix }: { readonly fix: Fix }) {
  switch (fix.kind) {
    case 'kill':
    case 'restart':
      return <ActButton fix={fix} />;
    case 'show':
      return <ShowButton fix={fix} />;
    case 'use-port':
      return <CopyingButton label={fix.label} text={String(fix.port)} />;
    case 'open':
      return <OpenButton fix={fix} />;
    case 'serve':
      return <ServeButton fix={fix} />;
    case 'copy-command':
      return <CopyingButton label={fix.label} text={fix.command} />;
    case 'open-system-settings':
      return <SettingsButton fix={fix} />;
    // It stands last, whatever the order, and where the doctor did not think of it, too.
    case 'check-again':
      return null;
    default:
      return fix satisfies never;
  }
}

function ActButton({ fix: { kind, label, listenerId } }: { readonly fix: Of<'kill' | 'restart'> }) {
  const { enabled, run, whyNot } = useCommand(kind === 'kill' ? killPort : restartPort, listenerId);
  return (
    <Button
      tone={kind === 'kill' ? 'danger' : 'plain'}
      disabled={!enabled}
      title={enabled ? undefined : whyNot()}
      onClick={run}
    >
      {label}
    </Button>
  );
}

function ShowButton({ fix: { label, port } }: { readonly fix: Of<'show'> }) {
  const { store } = useApp();
  return <Button onClick={() => revealNumber(store, port)}>{label}</Button>;
}

function OpenButton({ fix: { label, url } }: { readonly fix: Of<'open'> }) {
  const offered = useCapability('open-url');
  return (
    <Button disabled={!offered} onClick={() => window.open(url, '_blank', 'noopener,noreferrer')}>
      {label}
    </Button>
  );
}

/** Where the page cannot be opened, the way there is copied; it stands below in words. */
function SettingsButton({ fix: { label, page, path } }: { readonly fix: Of<'open-system-settings'> }) {
  const app = useApp();
  const live = useLive();
  const offered = useCapability('system-settings');
  if (!offered) return <CopyingButton label={label} text={path} />;
  const open = async () => {
    const outcome = await app.call('window.system-settings', { page });
    if (!outcome.ok || !outcome.value.opened) await copyText(app.store, path);
  };
  return (
    <Button disabled={!live} onClick={() => void open()}>
      {label}
    </Button>
  );
}

function ServeButton({ fix: { label, port } }: { readonly fix: Of<'serve'> }) {
  const app = useApp();
  const live = useLive();
  const offered = useCapability('serve');
  return (
    <Button disabled={!live || !offered} onClick={() => void chooseAndServe(app, port)}>
      {label}
    </Button>
  );
}

function CopyingButton({ label, text }: { readonly label: string; readonly text: string }) {
  const { store } = useApp();
  const copied = useAppState((state) => state.actions.copied === text);
  return <Button onClick={() => void copyText(store, text)}>{copied ? 'Copied' : label}</Button>;
}
