import { formatAddress } from '../../lib/format-address.ts';
import type { PortRow } from '../../store/port-row.ts';
import { Badge } from '../../ui/badge.tsx';
import { GridPart } from '../../ui/grid-part.tsx';
import columnStyles from './columns.module.css';

export function ReachCell({ row: { listener } }: { readonly row: PortRow }) {
  const address = formatAddress(listener.address, listener.port);
  const reaches =
    listener.reach === 'network' ? 'other machines can connect' : 'only this machine can connect';
  return (
    <GridPart role="gridcell" aria-colindex={2} className={columnStyles.reach}>
      {listener.folderId && listener.reach === 'machine' ? (
        <Badge tone="accent" title={`Bound to ${address}: ${reaches}`}>
          Served by Berth
        </Badge>
      ) : listener.reach === 'network' ? (
        <Badge tone="warn" title={`Bound to ${address}: ${reaches}`}>
          Network
        </Badge>
      ) : (
        <Badge title={`Bound to ${address}: ${reaches}`}>This machine</Badge>
      )}
    </GridPart>
  );
}
