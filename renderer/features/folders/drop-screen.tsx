import { useAppState } from '../../hooks/use-app-state.ts';
import { useCapability } from '../../hooks/use-capability.ts';
import { useDroppedFolders } from '../../hooks/use-dropped-folders.ts';
import { formatAddress } from '../../lib/format-address.ts';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './drop-screen.module.css';

/** While something is dragged over the window: the exact address that it will get. */
export function DropScreen() {
  const { dragging, next } = useDroppedFolders();
  const offered = useCapability('serve');
  const drops = useCapability('drop-folders');
  const live = useAppState((state) => state.connection.phase === 'live');
  if (!dragging) return null;
  return (
    <section className={styles.screen} aria-label="Drop a folder">
      <div className={styles.frame}>
        {!offered && <p className={styles.lead}>This Berth serves no folders</p>}
        {offered && !live && (
          <p className={styles.lead}>Berth is not connected, so nothing can be served now</p>
        )}
        {offered && live && (
          <>
            <p className={styles.lead}>Drop the folder to serve it at</p>
            <p className={styles.address}>{next ? formatAddress(next.host, next.port) : '…'}</p>
            <p className={styles.reach}>
              {drops
                ? 'only this machine can reach it'
                : 'the browser hides where it lies, so Berth asks for its path'}
            </p>
          </>
        )}
        <p className={styles.away}>
          <Kbd keys="Escape" /> leaves everything as it is
        </p>
      </div>
    </section>
  );
}
