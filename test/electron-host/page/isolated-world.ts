import { refuseUnknown } from '../refuse-unknown.ts';
import type { FromFrame, ToFrame, WorldConfig } from './frame-messages.ts';
import { createFramePorts } from './frame-ports.ts';
import { createIpcRenderer, type HostIpcRenderer } from './ipc-renderer.ts';
import { SmallEmitter } from './small-emitter.ts';
import { openWorldBridge, type WorldBridge } from './world-bridge.ts';

type Require = (name: string) => unknown;
/** The preload, as the function that a sandboxed renderer makes of it. */
type Preload = (require: Require, process: object, exports: object, module: object) => void;

/** Runs in the preload's world before any script of the page. */
export function start(config: WorldConfig, preload: Preload | null): void {
  const world = globalThis as unknown as Record<string, unknown>;
  const binding = world[config.binding] as ((text: string) => void) | undefined;
  delete world[config.binding];
  if (window !== window.top || !binding) return;

  const { parse, stringify } = JSON;
  const post = (message: FromFrame) => binding(stringify(message));
  const { ipcRenderer, receive } = createIpcRenderer(post, createFramePorts(post));
  Object.defineProperty(world, config.deliver, { value: (text: string) => receive(parse(text) as ToFrame) });

  const bridge = joinWorlds(config.nonce, post);
  const require = createRequire(createElectron(config, bridge, ipcRenderer));
  const module = { exports: {} };
  try {
    preload?.(require, Object.assign(new SmallEmitter(), config.process), module.exports, module);
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    console.error(`Unable to load preload script: ${config.preloadFile}`);
    console.error(error);
    post({ type: 'preload-error', message, stack: stack ?? '' });
  }
}

function joinWorlds(nonce: string, post: (message: FromFrame) => void): WorldBridge {
  const node = document.createElement('electron-host');
  const open = (window: unknown) =>
    post({ type: 'open', ...(window as { url: string; frameName: string; features: string }) });
  const bridge = openWorldBridge({
    node,
    mine: 'to-preload',
    theirs: 'to-page',
    freeze: false,
    answers: { open },
  });
  window.addEventListener('click', (event) => {
    const link = event.composedPath().find((part) => part instanceof HTMLAnchorElement);
    if (event.defaultPrevented || !link?.href || !link.target || link.target === '_self') return;
    event.preventDefault();
    open({ url: link.href, frameName: link.target, features: '' });
  });
  document.dispatchEvent(new MouseEvent(nonce, { relatedTarget: node }));
  return bridge;
}

function createElectron(
  { contextIsolation }: WorldConfig,
  bridge: WorldBridge,
  ipcRenderer: HostIpcRenderer,
) {
  return refuseUnknown('electron (in the preload)', {
    ipcRenderer,
    contextBridge: refuseUnknown('contextBridge', {
      exposeInMainWorld(key: string, api: unknown) {
        if (!contextIsolation) {
          throw new Error('contextBridge API can only be used when contextIsolation is enabled');
        }
        bridge.ask('expose', { key, api: api === ipcRenderer ? {} : api });
      },
    }),
    webUtils: refuseUnknown('webUtils', {
      getPathForFile(file: unknown) {
        if (!(file instanceof File)) {
          throw new TypeError('getPathForFile expected to receive a File object but one was not provided');
        }
        return electronHostPathOf(file);
      },
    }),
  });
}

/**
 * A call that waits for the stand-in: it stops at the statement, the stand-in finds the function by its name, looks at `file`, sets
 * `found` and lets it go on.
 */
function electronHostPathOf(file: File): string {
  // biome-ignore lint/style/useConst: set from outside.
  let found = '';
  // biome-ignore lint/suspicious/noDebugger: stopping here is how the stand-in is reached without a turn of the event loop.
  debugger;
  return file && found;
}

/** A sandboxed preload may require these and nothing else. */
function createRequire(electron: object): Require {
  const modules: Readonly<Record<string, unknown>> = {
    electron,
    'electron/renderer': electron,
    'electron/common': electron,
    events: SmallEmitter,
    timers: { setTimeout, setInterval, clearTimeout, clearInterval },
    url: { URL, URLSearchParams },
  };
  return (name) => {
    const plain = name.replace(/^node:/, '');
    if (Object.hasOwn(modules, plain)) return modules[plain];
    throw new Error(`module not found: ${name}`);
  };
}
