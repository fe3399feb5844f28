import { type IncomingMessage, request } from 'node:http';
import type { Endpoint } from './container-endpoints.ts';
import { endpointUrl } from './container-endpoints.ts';
import type { Engine, Inspection, ListedContainer } from './engine-container.ts';
import { EngineError } from './engine-error.ts';
import { parseContainers, parseInspection } from './parse-containers.ts';
import { whoMayAsk } from './who-may-ask.ts';

export interface ClientLimits {
  /** Milliseconds for a whole answer. */
  readonly timeoutMs: number;
  /** Bytes of an answer. Docker tells about 2 kB for a container. */
  readonly maxBytes: number;
}

const defaultLimits: ClientLimits = { timeoutMs: 3000, maxBytes: 8 * 1024 * 1024 };

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly engine: Engine;
}

interface Asked {
  readonly method: 'GET' | 'POST';
  /** Without a version, which means the newest that the engine speaks. */
  readonly path: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface ContainerList {
  readonly engine: Engine;
  readonly containers: readonly ListedContainer[];
}

/** Asks one engine, over its socket. Every failure is an `EngineError`. */
export class ContainerClient {
  readonly endpoint: Endpoint;
  readonly #limits: ClientLimits;

  constructor(endpoint: Endpoint, limits: Partial<ClientLimits> = {}) {
    this.endpoint = endpoint;
    this.#limits = { ...defaultLimits, ...limits };
  }

  /** What runs. */
  async list(): Promise<ContainerList> {
    const { body, engine } = await this.#ask({ method: 'GET', path: '/containers/json' });
    const containers = parseContainers(body);
    if (containers === null) throw this.#broken('sent no list of containers');
    return { engine, containers };
  }

  async inspect(id: string): Promise<Inspection> {
    const { body } = await this.#ask({ method: 'GET', path: `/containers/${encodeURIComponent(id)}/json` });
    const inspection = parseInspection(body);
    if (inspection === null) throw this.#broken('sent no description of the container');
    return inspection;
  }

  /**
   * Stops it, and answers when that is done: false when it had stopped before. Without `seconds` it gets as long as was
   * set when it was made; `timeoutMs` has to be longer than that.
   */
  async stop(
    id: string,
    options: { readonly seconds?: number; readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<boolean> {
    const { seconds, timeoutMs, signal } = options;
    const path = `/containers/${encodeURIComponent(id)}/stop${seconds === undefined ? '' : `?t=${seconds}`}`;
    const answer = await this.#ask({ method: 'POST', path, timeoutMs, ...(signal && { signal }) });
    return answer.status !== 304;
  }

  async #ask(asked: Asked): Promise<Answer> {
    const answer = await this.#send(asked);
    const { status } = answer;
    if ((status >= 200 && status < 300) || status === 304) return answer;
    const told = messageIn(answer.body);
    if (status === 404 && asked.path.startsWith('/containers/') && asked.path !== '/containers/json') {
      throw new EngineError('gone', told ?? 'There is no such container.');
    }
    if (status === 401 || status === 403) {
      throw new EngineError('denied', told ?? `${endpointUrl(this.endpoint)} does not allow it.`);
    }
    throw new EngineError('refused', told ?? `${endpointUrl(this.endpoint)} answered ${status}.`);
  }

  #send({ method, path, timeoutMs = this.#limits.timeoutMs, signal }: Asked): Promise<Answer> {
    const { endpoint } = this;
    const where =
      endpoint.kind === 'socket'
        ? { socketPath: endpoint.path }
        : { host: endpoint.host, port: endpoint.port };
    return new Promise((resolve, reject) => {
      const sent = request({ ...where, method, path, agent: false, headers: { host: 'localhost' } });
      const fail = (error: EngineError) => sent.destroy(error);
      const timer = setTimeout(
        () => fail(new EngineError('timeout', `${endpointUrl(endpoint)} took longer than ${timeoutMs} ms.`)),
        timeoutMs,
      );
      const onAbort = () => fail(new EngineError('aborted', 'It was called off.'));
      const settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      const refuse = (error: Error) => {
        settle();
        this.#named(error).then(reject, reject);
      };
      signal?.addEventListener('abort', onAbort);
      sent.on('error', refuse);
      sent.on('response', (response) => {
        this.#read(response, fail).then((body) => {
          settle();
          resolve({ status: response.statusCode ?? 0, body, engine: engineOf(response) });
        }, refuse);
      });
      if (signal?.aborted) onAbort();
      else sent.end();
    });
  }

  async #read(response: IncomingMessage, fail: (error: EngineError) => void): Promise<string> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > this.#limits.maxBytes) {
        const error = this.#broken(`sent more than ${this.#limits.maxBytes} bytes`);
        fail(error);
        throw error;
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  async #named(error: NodeJS.ErrnoException): Promise<EngineError> {
    if (error instanceof EngineError) return error;
    const url = endpointUrl(this.endpoint);
    switch (error.code) {
      // A socket whose program has ended refuses, and so does a plain file (ENOTSOCK on macOS).
      case 'ENOENT':
      case 'ENOTDIR':
      case 'ECONNREFUSED':
      case 'ENOTSOCK':
        return new EngineError('absent', `Nothing answers at ${url}.`);
      case 'EACCES':
      case 'EPERM':
        return new EngineError('denied', await whoMayAsk(this.endpoint));
      default:
        return this.#broken(`sent no whole answer (${error.code ?? error.message})`);
    }
  }

  #broken(what: string): EngineError {
    return new EngineError('broken', `${endpointUrl(this.endpoint)} ${what}.`);
  }
}

/** Podman speaks Docker's language and says so: `Server: Libpod/5.2.2 (linux)`. */
function engineOf({ headers }: IncomingMessage): Engine {
  const isPodman = headers['libpod-api-version'] !== undefined || /libpod/i.test(String(headers.server));
  return isPodman ? 'podman' : 'docker';
}

function messageIn(body: string): string | null {
  try {
    const told: unknown = JSON.parse(body);
    const message = typeof told === 'object' && told !== null && 'message' in told ? told.message : null;
    return typeof message === 'string' && message !== '' ? message : null;
  } catch {
    return null;
  }
}
