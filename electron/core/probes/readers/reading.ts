import type { HttpAnswer } from '../../../../shared/contract/probes.ts';

/** What the bytes of an answer say. */
export interface Reading {
  /** `http`, `ssh`, `postgresql`, ... */
  readonly protocol: string;
  /** Null when the protocol does not tell which of its servers it is. */
  readonly product: string | null;
  readonly version: string | null;
  readonly http: HttpAnswer | null;
  /** True when the answer means that only TLS is spoken here. */
  readonly wantsTls: boolean;
}

export function reading(
  protocol: string,
  product: string | null = null,
  version: string | null = null,
): Reading {
  return {
    protocol,
    product: product === null ? null : (plainText(product, 200) ?? null),
    version: version === null ? null : (plainText(version, 100) ?? null),
    http: null,
    wantsTls: false,
  };
}

/** Text from outside as one short line; null when nothing is left of it. */
export function plainText(text: string, most: number): string | null {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const cut = line.length > most ? `${line.slice(0, most - 1)}…` : line;
  return cut === '' ? null : cut.replace(/[\ud800-\udbff](?=…$)/u, '');
}
