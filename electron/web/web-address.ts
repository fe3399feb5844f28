/** Where a run of Berth answers, in every spelling that reaches it. */
export interface WebAddress {
  readonly port: number;
  /** Without a path: `http://127.0.0.1:62893`. */
  readonly origin: string;
  /** The exact values of a Host header that name this run. */
  readonly hosts: ReadonlySet<string>;
}

const names = ['127.0.0.1', 'localhost', '[::1]'];

export function webAddress(port: number): WebAddress {
  // Browsers leave the default port out of Host and Origin.
  const suffix = port === 80 ? '' : `:${port}`;
  return {
    port,
    origin: `http://127.0.0.1${suffix}`,
    hosts: new Set(names.map((name) => `${name}${suffix}`)),
  };
}
