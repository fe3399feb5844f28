import type { Listener } from '../../../shared/contract/ports.ts';
import type { Process } from '../../../shared/contract/processes.ts';
import { judgeListener, type Standpoint } from './judge-listener.ts';
import { localhostNote } from './localhost/localhost-truth.ts';
import type { LoopbackAddress } from './localhost/who-is-reached.ts';
import type { PolicyFacts } from './probe-policy.ts';

/** What is told of a listener without a connection. */
export type Annotation = Required<Pick<Listener, 'identity' | 'probing' | 'localhost'>>;

export interface AnnotatorOptions extends Standpoint {
  /** The settings of this moment. */
  readonly settings: () => PolicyFacts['settings'];
  /** Where `localhost` leads on this machine. */
  readonly order: () => readonly LoopbackAddress[];
}

/**
 * Annotates a listener. `ownersOf` gives the owners that could be read; `samePort` is everything on that port, this
 * listener included, since who else listens there decides where `localhost` leads and whether it can be reached.
 */
export type Annotate = (
  listener: Listener,
  samePort: readonly Listener[],
  ownersOf: (listener: Listener) => readonly Process[],
) => Annotation;

export function createAnnotator({ settings, order, ...standpoint }: AnnotatorOptions): Annotate {
  return (listener, samePort, ownersOf) => {
    const owners = ownersOf(listener);
    const { recognition, decision } = judgeListener(listener, owners, samePort, settings(), standpoint);
    const { port } = listener;
    const { platform } = standpoint;
    const isAlone = samePort.length < 2;
    return {
      identity: recognition?.identity ?? null,
      probing: decision.class,
      localhost: isAlone
        ? null
        : localhostNote(listener, { port, listeners: samePort, ownersOf, order: order(), platform }),
    };
  };
}
