import type { Check } from './check.ts';

export const ownAddress: Check = ({ place, pasted: { address, host } }) => {
  if (address === null && host === null) return null;
  if (place === 'other-name') {
    return {
      title: `${host} is this machine`,
      state: 'problem',
      evidence: 'the name is not one of this machine',
    };
  }
  if (address === null) return null;
  const isHere = place === 'here';
  return {
    title: `${address} is an address of this machine`,
    state: isHere ? 'ok' : 'problem',
    evidence: isHere ? 'yes' : 'no interface has it',
  };
};
