import { refuseUnknown } from '../refuse-unknown.ts';
import { app } from './app.ts';

type Handler = (request: Request) => Response | Promise<Response>;

/** Schemes that the app announced, and those among them that it answers. */
export const schemes = new Set<string>();
const handlers = new Map<string, Handler>();

export const protocol = refuseUnknown('protocol', {
  registerSchemesAsPrivileged(list: readonly { readonly scheme: string }[]): void {
    if (app.isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme } of list) schemes.add(scheme);
  },
  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
});

/** The app's answer to a request of one of its schemes. */
export async function answerOwnScheme(
  address: string,
  method: string,
  headers: Record<string, string>,
): Promise<Response> {
  const handler = handlers.get(address.slice(0, address.indexOf(':')));
  if (!handler) throw new Error(`nothing handles ${address}`);
  // A Request of Node's keeps no address of a scheme that it does not know apart from this one.
  const request = new Request('https://electron-host.test/', { method, headers });
  return handler(Object.defineProperty(request, 'url', { value: address }));
}
