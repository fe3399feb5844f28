import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FromFrame, ToFrame, WorldConfig } from '../page/frame-messages.ts';
import type { Chromium } from './chromium.ts';

type Params = Readonly<Record<string, unknown>>;

export interface PausedRequest {
  readonly requestId: string;
  readonly resourceType: string;
  readonly frameId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
  };
}

export interface PageListener {
  onMessage(message: FromFrame): void;
  onRequest(request: PausedRequest, isMainFrame: boolean): void;
  onNavigated(url: string): void;
  onLoadStarted(): void;
  onDomReady(): void;
  onLoaded(): void;
  onCrashed(): void;
  /** The preload's world, and with it every port that was handed to it, is gone. */
  onWorldGone(): void;
}

export interface PageOptions {
  readonly chromium: Chromium;
  /** The preload's source as a function expression, or null. */
  readonly preload: string | null;
  readonly config: Pick<WorldConfig, 'preloadFile' | 'contextIsolation' | 'process'>;
  /** Which requests the stand-in answers itself. */
  readonly interceptedUrls: string;
  readonly listener: PageListener;
}

const script = (name: string) => readFileSync(path.join(import.meta.dirname, `${name}.js`), 'utf8');

/** One tab of Chromium with the two worlds of an Electron page in it. */
export class ChromiumPage {
  readonly #chromium: Chromium;
  readonly #session: string;
  readonly #listener: PageListener;
  readonly #config: WorldConfig;
  readonly targetId: string;
  #frame = '';
  #world: number | null = null;

  private constructor(options: PageOptions, config: WorldConfig, session: string, targetId: string) {
    this.#chromium = options.chromium;
    this.#listener = options.listener;
    this.#config = config;
    this.#session = session;
    this.targetId = targetId;
    this.#chromium.listen(session, {
      onEvent: (method, params) => this.#onEvent(method, params),
      onMessage: (context, value) => {
        if (context === this.#world) this.#listener.onMessage(value as FromFrame);
      },
    });
  }

  static async open(options: PageOptions): Promise<ChromiumPage> {
    const { chromium } = options;
    const target = await chromium.send('Target.createTarget', { url: 'about:blank', newWindow: true });
    const targetId = String(target.targetId);
    const { sessionId } = await chromium.send('Target.attachToTarget', { targetId, flatten: true });
    const nonce = randomBytes(16).toString('hex');
    const config = { ...options.config, nonce, binding: `binding${nonce}`, deliver: `deliver${nonce}` };
    const page = new ChromiumPage(options, config, String(sessionId), targetId);
    await page.#prepare(options);
    return page;
  }

  async #prepare({ preload, interceptedUrls }: PageOptions): Promise<void> {
    const { nonce, binding, preloadFile } = this.#config;
    const main = `(() => {${script('main-world')}\nmainWorld.start(${JSON.stringify({ nonce })});})();`;
    const start = `isolatedWorld.start(${JSON.stringify(this.#config)},${preload ?? 'null'});`;
    const isolated = `(() => {${script('isolated-world')}\n${start}})();`;
    const source = `${isolated}\n//# sourceURL=${preloadFile || 'electron-host'}`;
    await Promise.all([
      this.send('Page.enable'),
      this.send('Runtime.enable'),
      this.send('DOM.enable'),
      this.send('Inspector.enable'),
      this.send('Debugger.enable'),
      this.send('Runtime.addBinding', { name: binding, executionContextName: nonce }),
      this.send('Page.addScriptToEvaluateOnNewDocument', { source: main }),
      this.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: nonce }),
      this.send('Fetch.enable', {
        patterns: [{ urlPattern: '*', resourceType: 'Document' }, { urlPattern: interceptedUrls }],
      }),
    ]);
    const { frameTree } = await this.send('Page.getFrameTree');
    this.#frame = (frameTree as { frame: { id: string } }).frame.id;
  }

  send(method: string, params: object = {}): Promise<Params> {
    return this.#chromium.send(method, params, this.#session);
  }

  /** Says something to the preload's world; what is said while there is none is lost, as in Electron. */
  deliver(message: ToFrame): void {
    if (this.#world === null) return;
    this.#chromium.deliver(this.#session, this.#world, this.#config.deliver, message);
  }

  async evaluate(expression: string): Promise<unknown> {
    const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', params);
    if (exceptionDetails) throw new Error(`Script failed to execute: ${JSON.stringify(exceptionDetails)}`);
    return (result as { value?: unknown }).value;
  }

  async close(): Promise<void> {
    this.#chromium.forget(this.#session);
    await this.#chromium.send('Target.closeTarget', { targetId: this.targetId });
  }

  #onEvent(method: string, params: Params): void {
    switch (method) {
      case 'Runtime.executionContextCreated':
        this.#onWorld(params.context as WorldContext);
        return;
      case 'Runtime.executionContextDestroyed':
        if (params.executionContextId === this.#world) this.#loseWorld();
        return;
      case 'Runtime.executionContextsCleared':
        this.#loseWorld();
        return;
      case 'Fetch.requestPaused':
        this.#listener.onRequest(params as unknown as PausedRequest, params.frameId === this.#frame);
        return;
      case 'Debugger.paused':
        return void this.#answerPause(params as unknown as Pause);
      case 'Page.frameNavigated':
        this.#onNavigated(params.frame as NavigatedFrame);
        return;
      case 'Page.frameStartedLoading':
        if (params.frameId === this.#frame) this.#listener.onLoadStarted();
        return;
      case 'Page.domContentEventFired':
        this.#listener.onDomReady();
        return;
      case 'Page.loadEventFired':
        this.#listener.onLoaded();
        return;
      case 'Inspector.targetCrashed':
        this.#loseWorld();
        this.#listener.onCrashed();
        return;
    }
  }

  #onNavigated({ parentId, url, urlFragment = '' }: NavigatedFrame): void {
    if (parentId === undefined) this.#listener.onNavigated(url + urlFragment);
  }

  #onWorld({ id, name, auxData }: WorldContext): void {
    const isMainFrame = this.#frame === '' || auxData.frameId === this.#frame;
    if (name === this.#config.nonce && isMainFrame) this.#world = id;
  }

  #loseWorld(): void {
    if (this.#world === null) return;
    this.#world = null;
    this.#listener.onWorldGone();
  }

  /** The preload waits in `electronHostPathOf`: tells it where the file lies. */
  async #answerPause({ callFrames: [top] }: Pause): Promise<void> {
    try {
      if (top?.functionName !== 'electronHostPathOf') return;
      const evaluate = (expression: string) =>
        this.send('Debugger.evaluateOnCallFrame', { callFrameId: top.callFrameId, expression });
      const { result } = await evaluate('file');
      const { objectId } = result as { objectId: string };
      const { path: found } = await this.send('DOM.getFileInfo', { objectId });
      await evaluate(`found=${JSON.stringify(found)}`);
    } catch {
      // A file that a script made lies nowhere: the answer stays empty.
    } finally {
      this.send('Debugger.resume').catch(() => undefined);
    }
  }
}

interface WorldContext {
  readonly id: number;
  readonly name: string;
  readonly auxData: { readonly frameId: string };
}

interface NavigatedFrame {
  readonly parentId?: string;
  readonly url: string;
  readonly urlFragment?: string;
}

interface Pause {
  readonly callFrames: readonly { readonly callFrameId: string; readonly functionName: string }[];
}
