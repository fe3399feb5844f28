// biome-ignore lint/suspicious/noExplicitAny: a method of any kind.
type Method = (...args: any[]) => any;

/** Has `seen` look at every call of a method before it runs. */
export function onCall<T extends object, K extends keyof T>(
  owner: T,
  name: K,
  seen: (self: T, ...args: T[K] extends Method ? Parameters<T[K]> : never) => void,
): void {
  const before = owner[name] as Method;
  owner[name] = function (this: T, ...args: Parameters<typeof seen> extends [T, ...infer A] ? A : never) {
    seen(this, ...(args as never));
    return before.apply(this, args);
  } as T[K];
}

/** Puts another method in the place of one, so that nothing outside the app happens. */
export function inPlaceOf<T extends object, K extends keyof T>(owner: T, name: K, instead: Method): void {
  owner[name] = instead as T[K];
}
