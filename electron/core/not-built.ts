/** Stands where an area is not wired in yet. */
export function notBuilt<T extends object>(empty: Partial<T>): T {
  return new Proxy(empty, {
    get: (known, name) =>
      Reflect.get(known, name) ??
      (() => {
        throw new Error(`${String(name)} is not built yet`);
      }),
  }) as T;
}
