import type { Check } from './check.ts';

export const certificate: Check = ({ answer, now, pasted: { host, address } }) => {
  const tls = answer.known ? answer.value.tls : null;
  if (!tls) return null;
  const title = 'Its certificate will be trusted';
  if (tls.validTo !== null && Date.parse(tls.validTo) < now) {
    return { title, state: 'problem', evidence: `expired on ${tls.validTo.slice(0, 10)}` };
  }
  if (tls.selfSigned) return { title, state: 'attention', evidence: 'it signed itself' };
  const wanted = host ?? address;
  if (wanted !== null && !tls.names.includes(wanted)) {
    return { title, state: 'attention', evidence: `it is for ${tls.names.join(', ') || 'no name'}` };
  }
  return { title, state: 'ok', evidence: tls.names.join(', ') };
};
