import type { ListenerDocument } from '../../shared/contract/documents.ts';
import { safeText } from './safe-text.ts';

/** `tcp 127.0.0.1:3000`, `udp [::1]:5353`. */
export function formatAddress(
  listener: Pick<ListenerDocument, 'protocol' | 'family' | 'address' | 'port'>,
): string {
  const { protocol, family, port } = listener;
  const address = safeText(listener.address);
  return `${protocol} ${family === 6 ? `[${address}]` : address}:${port}`;
}
