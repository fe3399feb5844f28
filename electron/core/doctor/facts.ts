import type { Platform } from '../../../shared/contract/host.ts';
import type { Listener } from '../../../shared/contract/ports.ts';
import type { LocalhostTruth, ProbeAnswer } from '../../../shared/contract/probes.ts';
import type { Process } from '../../../shared/contract/processes.ts';
import type { Pasted } from './pasted.ts';
import type {
  ElsewhereListener,
  Firewall,
  KeptPorts,
  Known,
  PortSocket,
  SocketHolder,
} from './system-facts.ts';
import type { ListenAttempt } from './try-to-listen.ts';

export interface HeldListener {
  readonly listener: Listener;
  /** Those that may be seen. */
  readonly owners: readonly Process[];
}

/** Everything that checks and rules look at. They look at nothing else, so what is true on another system can be written down. */
export interface DoctorFacts {
  readonly pasted: Pasted;
  readonly port: number;
  readonly platform: Platform;
  readonly privileged: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Where the text points to: this machine, another one, or a name that is not this machine's. */
  readonly place: 'here' | 'other-machine' | 'other-name';
  /** TCP listeners on the port, on any address. */
  readonly listeners: readonly HeldListener[];
  /** Who gets connections to the address of the text. */
  readonly reached: HeldListener | null;
  /** Who keeps a program from listening on the address of the text. */
  readonly conflict: HeldListener | null;
  /** Debuggers of Java that listen anywhere on this machine. */
  readonly javaDebuggers: readonly HeldListener[];
  readonly localhost: Known<LocalhostTruth>;
  /** Of the reached listener. */
  readonly answer: Known<ProbeAnswer>;
  readonly sockets: Known<readonly PortSocket[]>;
  /** Only tried where nothing listens. */
  readonly attempt: Known<ListenAttempt>;
  readonly unlisted: Known<readonly SocketHolder[]>;
  readonly kept: Known<KeptPorts>;
  readonly elsewhere: Known<readonly ElsewhereListener[]>;
  readonly firewall: Known<Firewall>;
  readonly freePort: number | null;
}
