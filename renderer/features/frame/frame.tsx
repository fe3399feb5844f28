import type { ReactNode } from 'react';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useAttention } from '../../hooks/use-attention.ts';
import { usePlaceInUrl } from '../../hooks/use-place-in-url.ts';
import { useShortcuts } from '../../hooks/use-shortcuts.ts';
import { useTheme } from '../../hooks/use-theme.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { Footer } from './footer.tsx';
import styles from './frame.module.css';
import { Header } from './header.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { LiveRegion } from './live-region.tsx';
import { MismatchScreen } from './mismatch-screen.tsx';
import { NotConnected } from './not-connected.tsx';

/** What stays around every place: header, footer, the state of the connection, keys and theme. */
export function Frame({ children }: { readonly children: ReactNode }) {
  useTheme();
  useAttention();
  useShortcuts();
  usePlaceInUrl();
  const mismatch = useAppState((state) => state.connection.phase === 'mismatch');
  const unread = useAppState((state) => !state.ports.loaded && state.view.place !== 'ports');
  return (
    <div className={styles.frame}>
      <Header />
      <ConnectionBanner />
      <div className={styles.place}>
        {mismatch ? <MismatchScreen /> : unread ? <NotConnected /> : children}
      </div>
      <Footer />
      <KeysDialog />
      <LiveRegion />
    </div>
  );
}
