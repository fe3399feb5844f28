import { StrictMode } from 'react';
import { Frame } from './features/frame/frame.tsx';
import { Palette } from './features/palette/palette.tsx';
import { PortsPlace } from './features/ports/ports-place.tsx';
import { AppContext } from './hooks/app-context.ts';
import type { App } from './store/app.ts';

/** The whole interface around one app. Places are put into the frame here, because features never know each other. */
export function Root({ app }: { readonly app: App }) {
  return (
    <StrictMode>
      <AppContext value={app}>
        <Frame>
          <PortsPlace />
        </Frame>
        <Palette />
      </AppContext>
    </StrictMode>
  );
}
