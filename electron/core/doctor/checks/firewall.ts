import type { Check } from './check.ts';

export const firewall: Check = ({ firewall: found, reached, pasted: { symptom } }) => {
  const isAsked =
    symptom === 'timed-out' || symptom === 'unreachable' || reached?.listener.reach === 'network';
  if (!isAsked) return null;
  const title = 'The firewall lets other machines in';
  if (!found.known) return { title, state: 'unknown', evidence: found.why };
  const { name, isOn, admits } = found.value;
  if (!isOn) return { title, state: 'ok', evidence: `${name} is off` };
  if (admits === null) return { title, state: 'unknown', evidence: `${name} is on and decides by program` };
  return admits
    ? { title, state: 'ok', evidence: `${name} lets this port in` }
    : { title, state: 'attention', evidence: `${name} blocks this port` };
};
