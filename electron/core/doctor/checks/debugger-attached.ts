import { socketHolder } from '../describe.ts';
import { attachedDebugger } from '../port-holders.ts';
import type { Check } from './check.ts';

export const debuggerAttached: Check = (facts) => {
  const socket = attachedDebugger(facts);
  const isAsked = facts.pasted.expects === 'java-debugger';
  if (!socket && !isAsked) return null;
  const title = 'A debugger is attached already';
  return socket
    ? { title, state: 'attention', evidence: socketHolder(socket.holder) }
    : { title, state: 'neutral', evidence: 'no' };
};
