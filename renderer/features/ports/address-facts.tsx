import { useAppState } from '../../hooks/use-app-state.ts';
import { usePolledCall } from '../../hooks/use-polled-call.ts';
import { countOf } from '../../lib/count-of.ts';
import { browserUrl, formatAddress } from '../../lib/format-address.ts';
import { lookupCommand } from '../../lib/lookup-command.ts';
import type { PortRow } from '../../store/port-row.ts';
import { CopiedFact } from './copied-fact.tsx';
import styles from './inspector.module.css';
import { InspectorSection } from './inspector-section.tsx';

/** Milliseconds between two counts of connections that are being looked at. */
const pace = 4000;

/** How to reach it from elsewhere: in a program, in a browser, in a terminal; and who does just now. */
export function AddressFacts({ row: { listener, closed } }: { readonly row: PortRow }) {
  const { address, port, protocol } = listener;
  const platform = useAppState((state) => state.connection.host?.platform ?? null);
  const url = protocol === 'tcp' ? browserUrl(address, port) : null;
  return (
    <InspectorSection title="Address">
      <dl className={styles.facts}>
        <CopiedFact name="Address" text={formatAddress(address, port)} copyName="Copy the address" />
        {url && <CopiedFact name="URL" text={url} copyName="Copy the URL" />}
        {platform && (
          <CopiedFact
            name="In a terminal"
            text={lookupCommand(platform, protocol, port)}
            copyName="Copy the command for a terminal"
          />
        )}
        {protocol === 'tcp' && !closed && <ConnectionCount listenerId={listener.id} />}
      </dl>
    </InspectorSection>
  );
}

function ConnectionCount({ listenerId }: { readonly listenerId: string }) {
  const connections = usePolledCall('ports.connections', listenerId, () => ({ listenerId }), pace);
  if (!connections || connections.established === null) return null;
  const { established, peers } = connections;
  const from = peers.map(({ address, connections: count }) => `${address}: ${count}`).join('\n');
  return (
    <>
      <dt>Connections</dt>
      <dd className={styles.count} title={from || undefined}>
        {established === 0 ? 'none now' : `${established.toLocaleString('en')} now`}
        {peers.length > 0 && (
          <span className={styles.faint}> from {countOf(peers.length, 'address', 'addresses')}</span>
        )}
      </dd>
    </>
  );
}
