import '../../renderer/ui/fonts.css';
import '../../renderer/ui/tokens.css';
import '../../renderer/ui/base.css';
import { render } from 'vitest-browser-react';
import { Root } from '../../renderer/root.tsx';
import { startApp } from '../../renderer/start-app.ts';
import type { App } from '../../renderer/store/app.ts';
import { FakeBerth, type FakeBerthOptions } from '../fakes/fake-berth.ts';

export interface ShownApp {
  readonly berth: FakeBerth;
  readonly app: App;
}

/** Shows the whole interface, filling the page, in front of a fake Berth. */
export async function showApp(
  options: FakeBerthOptions | FakeBerth,
  pathOfDroppedFile?: App['pathOfDroppedFile'],
): Promise<ShownApp> {
  const berth = options instanceof FakeBerth ? options : new FakeBerth(options);
  // The place of the test before stands in the address.
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  const { app } = startApp(berth.open, pathOfDroppedFile);
  const container = document.createElement('div');
  container.id = 'root';
  document.body.append(container);
  await render(<Root app={app} />, { container });
  return { berth, app };
}
