import { formatAddress } from '../../lib/format-address.ts';
import type { PortRow } from '../../store/port-row.ts';
import { Badge } from '../../ui/badge.tsx';
import { GridPart } from '../../ui/grid-part.tsx';
import columnStyles from './columns.module.css';

export function ReachCell({ row: { listener } }: { readonly row: PortRow }) {
  const address = formatAddress(listener.address, listener.port);
  return (
    <GridPart role="gridcell" aria-colindex={2} className={columnStyles.reach}>
      {listener.reach === 'network' ? (
        <Badge tone="warn" title={`Bound to ${address}: other machines can connect`}>
          Network
        </Badge>
      ) : (
        <Badge title={`Bound to ${address}: only this machine can connect`}>This machine</Badge>
      )}
    </GridPart>
  );
}
