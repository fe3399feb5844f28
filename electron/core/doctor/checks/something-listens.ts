import { holderOf, listed, target, withPort } from '../describe.ts';
import type { Check } from './check.ts';

/** Wanted by a client, unwanted by a server. */
export const somethingListens: Check = (facts) => {
  const { pasted, reached, conflict, listeners, port } = facts;
  if (pasted.side === 'server') {
    return conflict
      ? { title: `Nothing else listens on ${target(facts)}`, state: 'problem', evidence: holderOf(conflict) }
      : { title: `Nothing else listens on ${target(facts)}`, state: 'ok', evidence: 'nothing does' };
  }
  const title = `Something listens on ${target(facts)}`;
  if (reached) return { title, state: 'ok', evidence: holderOf(reached) };
  const others = listed(listeners.map(({ listener }) => withPort(listener.address, port)));
  return { title, state: 'problem', evidence: others === '' ? 'nothing does' : `only on ${others}` };
};
