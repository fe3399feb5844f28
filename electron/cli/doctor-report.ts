import type { CheckResult, Diagnosis, Fix } from '../../shared/contract/doctor.ts';
import { displayWidth } from './display-width.ts';
import type { Paint } from './paint.ts';
import { safeText } from './safe-text.ts';

/** The verdict, what can be done, and the numbered checks it rests on, for a person to read. */
export function doctorReport(diagnosis: Diagnosis, paint: Paint): string {
  const { headline, explanation, fixes, checks } = diagnosis;
  const verdict = [paint.strong(headlinePaint(diagnosis, paint)(safeText(headline))), safeText(explanation)];
  const blocks = [verdict, fixes.map(fixLine), checkLines(checks, paint)];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function headlinePaint({ severity }: Diagnosis, paint: Paint): (text: string) => string {
  switch (severity) {
    case 'ok':
      return paint.good;
    case 'problem':
      return paint.bad;
    case 'attention':
    case 'unknown':
      return paint.caution;
  }
}

/** What a button does in the interface is a command here. */
function fixLine(fix: Fix): string {
  return `  - ${safeText(fix.label)}: ${safeText(commandOf(fix))}`;
}

function commandOf(fix: Fix): string {
  switch (fix.kind) {
    case 'kill':
      return `berth kill ${portOf(fix.listenerId)}`;
    case 'restart':
      return `berth restart ${portOf(fix.listenerId)}`;
    case 'show':
      return `berth show ${fix.port}`;
    case 'use-port':
      return `port ${fix.port} is free`;
    case 'open':
      return fix.url;
    case 'serve':
      return `berth serve FOLDER --port ${fix.port}`;
    case 'copy-command':
      return `${fix.command}  (${fix.note})`;
    case 'open-system-settings':
      return fix.path;
    case 'check-again':
      return 'berth doctor, in a moment';
  }
}

/** The id of a listener ends with its port. */
function portOf(listenerId: string): string {
  return listenerId.slice(listenerId.lastIndexOf('/') + 1);
}

const marks: Readonly<Record<CheckResult['state'], string>> = {
  ok: 'yes',
  problem: 'NO',
  attention: 'note',
  neutral: '-',
  unknown: '?',
};

function checkLines(checks: readonly CheckResult[], paint: Paint): readonly string[] {
  const width = Math.max(0, ...checks.map(({ title }) => displayWidth(safeText(title))));
  return checks.map(({ title, state, evidence }, index) => {
    const text = safeText(title);
    const pad = ' '.repeat(width - displayWidth(text));
    const number = String(index + 1).padStart(2);
    const mark = statePaint(state, paint)(marks[state].padEnd(4));
    return `${number}  ${mark}  ${text}${pad}  ${paint.faint(safeText(evidence))}`;
  });
}

function statePaint(state: CheckResult['state'], paint: Paint): (text: string) => string {
  switch (state) {
    case 'ok':
      return paint.good;
    case 'problem':
      return paint.bad;
    case 'attention':
      return paint.caution;
    case 'neutral':
    case 'unknown':
      return paint.faint;
  }
}
