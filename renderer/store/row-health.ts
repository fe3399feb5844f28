import { describeAnswer, isTroubling } from '../lib/describe-answer.ts';
import type { PortRow } from './port-row.ts';

export interface RowHealth {
  readonly tone: 'ok' | 'warn' | 'hollow';
  /** What the colour says, in words. */
  readonly meaning: string;
}

/** Filled: it answered. Amber: look at this. Hollow: it listens and was not asked, as most are. */
export function rowHealth({ answer, closed, listener }: PortRow): RowHealth {
  if (closed) return { tone: 'hollow', meaning: 'Closed' };
  if (answer && isTroubling(answer)) return { tone: 'warn', meaning: describeAnswer(answer)[0] };
  if (listener.localhost) return { tone: 'warn', meaning: listener.localhost };
  if (answer?.state === 'identified' || answer?.state === 'answered')
    return { tone: 'ok', meaning: 'Answers' };
  if (answer) return { tone: 'hollow', meaning: describeAnswer(answer)[0] };
  if (listener.folderId) return { tone: 'ok', meaning: 'Served by Berth' };
  return { tone: 'hollow', meaning: 'Listening, not probed' };
}
