import { Fragment } from 'react';
import type { ProbeAnswer } from '../../../shared/contract/probes.ts';
import { useNow } from '../../hooks/use-now.ts';
import { countOf } from '../../lib/count-of.ts';
import { describeAnswer, isTroubling } from '../../lib/describe-answer.ts';
import { formatAgo, formatDuration, formatMoment } from '../../lib/format-time.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './inspector.module.css';

/** What one probe learned, and what it sent to learn it. */
export function AnswerFacts({ answer }: { readonly answer: ProbeAnswer }) {
  const now = useNow(15_000);
  const { connectMs, at, state } = answer;
  return (
    <dl className={styles.facts}>
      <dt>Connects</dt>
      <dd>
        {connectMs === null
          ? state === 'refused'
            ? 'no, refused'
            : 'no'
          : `yes, in ${formatDuration(connectMs)}`}
      </dd>
      <dt>Answers</dt>
      <dd className={joinClasses(isTroubling(answer) && styles.warning)}>{answersText(answer)}</dd>
      {factsOf(answer).map(([name, text]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
      <dt>Sent</dt>
      <dd title={answer.steps.join('\n')}>{sentText(answer)}</dd>
      <dt>Asked</dt>
      <dd>
        <time dateTime={at} title={formatMoment(at)}>
          {formatAgo(now - Date.parse(at))}
        </time>
      </dd>
    </dl>
  );
}

function answersText(answer: ProbeAnswer): string {
  const [main, beside] = describeAnswer(answer);
  return isTroubling(answer) || answer.state === 'hung-up'
    ? answer.message
    : [main, beside].filter(Boolean).join(', ');
}

function factsOf({ http, tls }: ProbeAnswer): readonly (readonly [string, string])[] {
  const facts: (readonly [string, string | null | undefined])[] = [
    ['Server', http?.server],
    ['Redirects to', http?.location],
    [
      'TLS',
      tls && [tls.version, tls.selfSigned ? 'signed by itself' : tls.issuer].filter(Boolean).join(', '),
    ],
    ['Names', tls && tls.names.length > 0 ? tls.names.join(', ') : null],
    ['Valid until', tls?.validTo && formatMoment(tls.validTo)],
  ];
  return facts.flatMap(([name, text]) => (text ? [[name, text] as const] : []));
}

function sentText({ bytesSent, connections }: ProbeAnswer): string {
  return `${countOf(bytesSent, 'byte')} over ${countOf(connections, 'connection')}`;
}
