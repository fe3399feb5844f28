import type { Identity } from '../../../shared/contract/identity.ts';
import { type ListenerFacts, recogniseListener } from './recognise-listener.ts';

/** What a listener is, from everything but a connection; null when nothing says so. */
export function identifyListener(facts: ListenerFacts): Identity | null {
  return recogniseListener(facts)?.identity ?? null;
}
