import type { PortRange } from '../../../shared/contract/ports.ts';

export const rangeNames: Readonly<Record<PortRange, { readonly name: string; readonly meaning: string }>> = {
  'well-known': { name: 'Well-known port', meaning: '0 to 1023: assigned to standard services' },
  registered: { name: 'Registered port', meaning: '1024 to 49151: registered for services on request' },
  dynamic: { name: 'Dynamic port', meaning: '49152 to 65535: registered for nothing, free to use' },
};
