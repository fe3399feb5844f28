/** The part of an answer that a row shows. */
export interface AnswerWords {
  readonly state: 'identified' | 'answered' | 'silent' | 'hung-up' | 'refused' | 'timed-out';
  readonly protocol: string | null;
  readonly product: string | null;
  readonly productVersion: string | null;
  readonly http: {
    readonly status: number;
    readonly title: string | null;
    readonly server: string | null;
  } | null;
}

/** What answered: the fact, and what is worth knowing beside it, empty when there is nothing. */
export function describeAnswer(answer: AnswerWords): readonly [main: string, beside: string] {
  const { state, http, product, productVersion, protocol } = answer;
  switch (state) {
    case 'silent':
      return ['Accepts, never answers', ''];
    case 'hung-up':
      return ['Hangs up without a word', ''];
    case 'refused':
      return ['Refuses connections', ''];
    case 'timed-out':
      return ['Does not take connections', ''];
    case 'identified':
    case 'answered': {
      const named = [product, productVersion].filter(Boolean).join(' ');
      if (http) return [`HTTP ${http.status}`, distinct([http.title, named || http.server]).join(', ')];
      return [named || (protocol?.toUpperCase() ?? 'Answers'), ''];
    }
  }
}

/** True when somebody should look at it: it listens and is not there for anybody. */
export function isTroubling({ state }: Pick<AnswerWords, 'state'>): boolean {
  return state === 'silent' || state === 'refused' || state === 'timed-out';
}

function distinct(texts: readonly (string | null)[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== null && text !== ''))] as string[];
}
