/** The private scheme and its only host. `app://berth/index.html` is Berth's page, and nothing else is. */
export const appScheme = 'app';
export const appHost = 'berth';
export const startPage = `${appScheme}://${appHost}/index.html`;

/** True for an address below `app://berth/`. Compares parts: the `origin` of a private scheme is the text "null" under Node. */
export function isOwnPage(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return protocol === `${appScheme}:` && host === appHost;
  } catch {
    return false;
  }
}
