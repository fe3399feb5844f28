import type { Diagnosis } from '../../shared/contract/doctor.ts';

/** The verdict about a debugger whose port another program took. */
export function aDiagnosis(change: Partial<Diagnosis> = {}): Diagnosis {
  return {
    at: new Date().toISOString(),
    complaint: {
      symptom: 'debugger-disconnected',
      port: 62_893,
      host: '127.0.0.1',
      tool: 'IntelliJ IDEA',
      expects: 'Java debugger',
      side: 'client',
    },
    cause: 'someone-else-listens',
    severity: 'attention',
    headline: 'Another program took the debugger’s port',
    explanation:
      'Your IDE expects a Java debugger at 127.0.0.1:62893. A static file server (python3, PID 60311) opened that port 51 minutes ago, so the debugger had nowhere to attach.',
    fixes: [
      { kind: 'kill', label: 'Kill python3', listenerId: 'tcp/127.0.0.1/62893' },
      { kind: 'use-port', label: 'Use 62895 instead', port: 62_895 },
      { kind: 'show', label: 'Show in ports', port: 62_893 },
    ],
    checks: [
      {
        id: 'listens',
        title: 'Something listens on 127.0.0.1:62893',
        state: 'ok',
        evidence: 'python3, PID 60311',
      },
      {
        id: 'expected',
        title: 'It is the program your error expects',
        state: 'problem',
        evidence: 'expected Java, found python3',
      },
      { id: 'accepts', title: 'It accepts connections', state: 'ok', evidence: '0.2 ms' },
      { id: 'answers', title: 'It answers', state: 'attention', evidence: 'no reply in 1.5 s' },
      {
        id: 'localhost',
        title: 'localhost leads to the same socket',
        state: 'ok',
        evidence: '127.0.0.1 first, ::1 closed',
      },
      { id: 'reserved', title: 'The operating system reserves this port', state: 'neutral', evidence: 'no' },
    ],
    ...change,
  };
}

/** What is said to a text that says nothing. */
export function aShrug(): Diagnosis {
  return aDiagnosis({
    complaint: { symptom: 'unknown', port: null, host: null, tool: null, expects: null, side: 'unknown' },
    cause: 'not-understood',
    severity: 'unknown',
    headline: 'There is no port in this text',
    explanation: 'Type a port, or paste the whole error with the address in it.',
    fixes: [],
    checks: [],
  });
}
