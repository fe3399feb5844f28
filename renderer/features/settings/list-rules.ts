import { readPort } from '../../lib/read-port.ts';

export interface ListRules<T> {
  readonly most: number;
  readonly placeholder: string;
  readonly read: (typed: string) => { readonly value: T } | { readonly problem: string };
}

/** As the contract has them. */
export const nameRules: ListRules<string> = {
  most: 200,
  placeholder: 'postgres',
  read(typed) {
    const value = typed.trim();
    return value.length <= 100 ? { value } : { problem: 'A name has 100 characters at most.' };
  },
};

export const portRules: ListRules<number> = {
  most: 500,
  placeholder: '3000',
  read(typed) {
    const read = readPort(typed);
    return 'port' in read ? { value: read.port } : read;
  },
};

export type Added<T> = { readonly items: readonly T[] } | { readonly problem: string };

/** The list with what was typed: one entry, or several with commas between them. */
export function addTo<T>(items: readonly T[], typed: string, rules: ListRules<T>): Added<T> {
  let next = items;
  const parts = typed.split(',').filter((part) => part.trim() !== '');
  for (const part of parts) {
    const read = rules.read(part);
    if ('problem' in read) return read;
    if (next.includes(read.value)) return { problem: `${read.value} is in the list already.` };
    next = [...next, read.value];
  }
  return next.length <= rules.most ? { items: next } : { problem: `The list has room for ${rules.most}.` };
}
