import { StrictMode } from 'react';
import { DoctorPlace } from './features/doctor/doctor-place.tsx';
import { DropScreen } from './features/folders/drop-screen.tsx';
import { FoldersPlace } from './features/folders/folders-place.tsx';
import { ServeDialog } from './features/folders/serve-dialog.tsx';
import { ServedToasts } from './features/folders/served-toasts.tsx';
import { Frame } from './features/frame/frame.tsx';
import { HistoryPlace } from './features/history/history-place.tsx';
import { Palette } from './features/palette/palette.tsx';
import { PortsPlace } from './features/ports/ports-place.tsx';
import { QuestionDialog } from './features/ports/question-dialog.tsx';
import { UndoToasts } from './features/ports/undo-toasts.tsx';
import { SettingsPlace } from './features/settings/settings-place.tsx';
import { Welcome } from './features/welcome/welcome.tsx';
import { AppContext } from './hooks/app-context.ts';
import { useAppState } from './hooks/use-app-state.ts';
import { assertNever } from './lib/assert-never.ts';
import type { App } from './store/app.ts';

/** The whole interface around one app. Places are put into the frame here, because features never know each other. */
export function Root({ app }: { readonly app: App }) {
  return (
    <StrictMode>
      <AppContext value={app}>
        <Frame>
          <ChosenPlace />
        </Frame>
        <DropScreen />
        <Palette />
        <QuestionDialog />
        <ServeDialog />
        <UndoToasts />
        <ServedToasts />
        <Welcome />
      </AppContext>
    </StrictMode>
  );
}

function ChosenPlace() {
  const place = useAppState((state) => state.view.place);
  switch (place) {
    case 'ports':
      return <PortsPlace />;
    case 'folders':
      return <FoldersPlace />;
    case 'doctor':
      return <DoctorPlace />;
    case 'history':
      return <HistoryPlace />;
    case 'settings':
      return <SettingsPlace />;
    default:
      return assertNever(place);
  }
}
