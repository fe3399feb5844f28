import type { Cause } from '../../../shared/contract/doctor.ts';
import { isExpected, isSameProgram } from './expected-programs.ts';
import type { DoctorFacts } from './facts.ts';
import { addressesTried, isIpv6 } from './find-reached.ts';
import {
  attachedDebugger,
  closedConnections,
  excludedRange,
  isAirPlay,
  isBoundUnseen,
  isPrivileged,
  openConnections,
} from './port-holders.ts';
import type { Tell, Told } from './tell.ts';
import {
  tellCertificate,
  tellDebuggerElsewhere,
  tellFirewall,
  tellHealthy,
  tellNothing,
  tellNotLocal,
  tellOtherAddress,
  tellOtherFamily,
  tellOtherNamespace,
  tellWrongProtocol,
} from './tell-connecting.ts';
import {
  tellBound,
  tellDebuggerAttached,
  tellFreeNow,
  tellOutgoing,
  tellPrivileged,
  tellReserved,
  tellTimeWait,
} from './tell-free.ts';
import {
  tellAirPlay,
  tellContainer,
  tellHiddenOwner,
  tellLocalhost,
  tellNeverAnswers,
  tellSameProgram,
  tellSomeoneElse,
} from './tell-holding.ts';

type Rule = readonly [cause: Cause, when: (facts: DoctorFacts) => boolean, tell: Tell];

/** The first that applies is the verdict. `server` wants to listen, everybody else wants to reach something. */
const rules: readonly Rule[] = [
  ['not-local', (f) => f.place !== 'here' || attempted(f, 'EADDRNOTAVAIL'), tellNotLocal],
  ['airplay', isAirPlay, tellAirPlay],
  ['debugger-attached', (f) => attachedDebugger(f) !== null, tellDebuggerAttached],

  ['privileged-port', (f) => isServer(f) && isPrivileged(f) && wasDenied(f), tellPrivileged],
  ['hidden-owner', (f) => isServer(f) && f.conflict !== null && isHidden(f.conflict), tellHiddenOwner],
  ['in-container', (f) => isServer(f) && Boolean(f.conflict?.listener.container), tellContainer],
  ['same-program-twice', (f) => isServer(f) && isTwice(f), tellSameProgram],
  ['someone-else-listens', (f) => isServer(f) && f.conflict !== null, tellSomeoneElse],
  ['reserved-by-system', (f) => isUnheld(f) && excludedRange(f) !== null, tellReserved],
  ['outgoing-connection', (f) => isUnheld(f) && openConnections(f).length > 0, tellOutgoing],
  ['time-wait', (f) => isUnheld(f) && closedConnections(f).length > 0, tellTimeWait],
  ['bound-not-listening', isBoundUnseen, tellBound],
  ['reserved-by-system', (f) => isServer(f) && attempted(f, 'EACCES'), tellReserved],
  ['healthy', isServer, tellFreeNow],

  ['other-family', (f) => !f.reached && isOtherFamily(f), tellOtherFamily],
  ['other-address', (f) => !f.reached && f.listeners.length > 0, tellOtherAddress],
  [
    'debugger-elsewhere',
    (f) => !f.reached && wantsDebugger(f) && f.javaDebuggers.length > 0,
    tellDebuggerElsewhere,
  ],
  [
    'other-namespace',
    (f) => !f.reached && f.elsewhere.known && f.elsewhere.value.length > 0,
    tellOtherNamespace,
  ],
  ['nothing-listens', (f) => !f.reached, tellNothing],

  ['localhost-leads-elsewhere', isSplit, tellLocalhost],
  ['someone-else-listens', isUnexpected, tellSomeoneElse],
  ['wrong-protocol', speaksOtherwise, tellWrongProtocol],
  ['certificate', (f) => f.pasted.symptom === 'bad-certificate' && hasBadCertificate(f), tellCertificate],
  ['in-container', (f) => Boolean(f.reached?.listener.container) && hasNoAnswer(f), tellContainer],
  ['never-answers', (f) => hasNoAnswer(f) && !hungUp(f), tellNeverAnswers],
  ['firewall', isBlocked, tellFirewall],
  ['hidden-owner', (f) => f.reached !== null && isHidden(f.reached), tellHiddenOwner],
  ['healthy', () => true, tellHealthy],
];

export interface Verdict extends Told {
  readonly cause: Cause;
}

export function findVerdict(facts: DoctorFacts): Verdict {
  for (const [cause, when, tell] of rules) {
    if (when(facts)) return { cause, ...tell(facts) };
  }
  throw new Error('the last rule applies always');
}

function isServer({ pasted }: DoctorFacts): boolean {
  return pasted.side === 'server';
}

/** Nothing listens, and that is not the complaint. */
function isUnheld({ pasted, listeners }: DoctorFacts): boolean {
  return pasted.side !== 'client' && listeners.length === 0;
}

function attempted({ attempt }: DoctorFacts, what: string): boolean {
  return attempt.known && attempt.value === what;
}

function wasDenied(f: DoctorFacts): boolean {
  return f.pasted.symptom === 'permission-denied' || attempted(f, 'EACCES');
}

function isHidden({ listener, owners }: Exclude<DoctorFacts['reached'], null>): boolean {
  return listener.ownersHidden && owners.length === 0 && !listener.container;
}

function isTwice({ conflict, pasted }: DoctorFacts): boolean {
  return conflict !== null && isSameProgram(conflict, pasted.tool);
}

function isOtherFamily({ listeners, pasted }: DoctorFacts): boolean {
  const tried = addressesTried(pasted, ['127.0.0.1', '::1']);
  const families = new Set(tried.map(isIpv6));
  return listeners.length > 0 && listeners.every(({ listener }) => !families.has(isIpv6(listener.address)));
}

function wantsDebugger({ pasted }: DoctorFacts): boolean {
  return pasted.expects === 'java-debugger';
}

function isSplit({ localhost, pasted }: DoctorFacts): boolean {
  const concerns = pasted.host === 'localhost' || pasted.symptom === 'port-only';
  return concerns && localhost.known && localhost.value.verdict === 'different-programs';
}

function isUnexpected({ reached, pasted }: DoctorFacts): boolean {
  return reached !== null && pasted.expects !== null && isExpected(reached, pasted.expects) === false;
}

function speaksOtherwise({ answer, pasted: { expects } }: DoctorFacts): boolean {
  const isWeb = expects === 'http' || expects === 'https';
  return isWeb && answer.known && answer.value.protocol !== null && answer.value.protocol !== expects;
}

function hasBadCertificate({ answer, now }: DoctorFacts): boolean {
  const tls = answer.known ? answer.value.tls : null;
  return tls !== null && (tls.selfSigned || (tls.validTo !== null && Date.parse(tls.validTo) < now));
}

function hasNoAnswer({ answer }: DoctorFacts): boolean {
  return answer.known && answer.value.state !== 'identified' && answer.value.state !== 'answered';
}

/** To hang up on what it does not know is an answer of a kind, unless silence is the complaint. */
function hungUp({ answer, pasted }: DoctorFacts): boolean {
  return answer.known && answer.value.state === 'hung-up' && pasted.symptom !== 'empty-reply';
}

function isBlocked({ firewall, pasted, reached }: DoctorFacts): boolean {
  const concerns = pasted.symptom === 'timed-out' || pasted.symptom === 'unreachable';
  return concerns && reached !== null && firewall.known && firewall.value.admits === false;
}
