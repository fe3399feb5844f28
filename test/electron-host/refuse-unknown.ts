/** Looked for on any object by the language, by inspectors and by Playwright. */
const lookedForAnywhere: ReadonlySet<string> = new Set([
  '__esModule',
  '$$typeof',
  'asymmetricMatch',
  'default',
  'inspect',
  'nodeType',
  'tagName',
  'then',
  'toJSON',
]);

/**
 * Makes every name that the stand-in does not have an error that says so, instead of `undefined`. Works through the prototype, so
 * `this` stays the object itself. For a class it covers its static names; use `refuseUnknownIn` for instances as well.
 */
export function refuseUnknown<T extends object>(name: string, target: T): T {
  const base: object = Object.getPrototypeOf(target) ?? Object.prototype;
  const guard = new Proxy(base, {
    get(from, key, receiver) {
      if (typeof key === 'symbol' || key in from || key.startsWith('_') || lookedForAnywhere.has(key)) {
        return Reflect.get(from, key, receiver);
      }
      throw new Error(
        `electron-host: ${name}.${key} is not in the stand-in; see test/electron-host/README.md`,
      );
    },
  });
  return Object.setPrototypeOf(target, guard);
}

/** The same for a class: its static names and those of its instances. */
export function refuseUnknownIn<T extends { readonly prototype: object }>(name: string, type: T): T {
  refuseUnknown(name, type.prototype);
  return refuseUnknown(name, type);
}
