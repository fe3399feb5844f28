import type { CheckResult } from '../../../../shared/contract/doctor.ts';
import type { DoctorFacts } from '../facts.ts';
import { accepts } from './accepts.ts';
import { answers } from './answers.ts';
import { canBeTaken } from './can-be-taken.ts';
import { certificate } from './certificate.ts';
import type { Check } from './check.ts';
import { debuggerAttached } from './debugger-attached.ts';
import { expectedProgram } from './expected-program.ts';
import { firewall } from './firewall.ts';
import { inContainer } from './in-container.ts';
import { localhost } from './localhost.ts';
import { otherConnections } from './other-connections.ts';
import { otherFamily } from './other-family.ts';
import { otherNamespace } from './other-namespace.ts';
import { ownAddress } from './own-address.ts';
import { privilegedPort } from './privileged-port.ts';
import { protocol } from './protocol.ts';
import { reservedPort } from './reserved-port.ts';
import { somethingListens } from './something-listens.ts';
import { visibleOwner } from './visible-owner.ts';

/** In the order in which they are shown and numbered. */
const checks: readonly (readonly [id: string, check: Check])[] = [
  ['own-address', ownAddress],
  ['something-listens', somethingListens],
  ['other-family', otherFamily],
  ['expected-program', expectedProgram],
  ['visible-owner', visibleOwner],
  ['in-container', inContainer],
  ['accepts', accepts],
  ['answers', answers],
  ['protocol', protocol],
  ['certificate', certificate],
  ['localhost', localhost],
  ['debugger-attached', debuggerAttached],
  ['other-connections', otherConnections],
  ['can-be-taken', canBeTaken],
  ['privileged-port', privilegedPort],
  ['reserved-port', reservedPort],
  ['other-namespace', otherNamespace],
  ['firewall', firewall],
];

export function runChecks(facts: DoctorFacts): readonly CheckResult[] {
  return checks.flatMap(([id, check]) => {
    const result = check(facts);
    return result ? [{ id, ...result }] : [];
  });
}
