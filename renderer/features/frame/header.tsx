import { useAppState } from '../../hooks/use-app-state.ts';
import mark from '../../ui/berth-mark.svg';
import styles from './header.module.css';
import { PaletteButton } from './palette-button.tsx';
import { PlaceLink } from './place-link.tsx';
import { places } from './places.ts';
import { SearchField } from './search-field.tsx';
import { ServeButton } from './serve-button.tsx';
import { SettingsLink } from './settings-link.tsx';
import { ThemeMenu } from './theme-menu.tsx';

export function Header() {
  return (
    <header className={styles.header}>
      <h1 className={styles.brand}>
        <img className={styles.mark} src={mark} alt="" />
        <span className={styles.name}>Berth</span>
      </h1>
      <Navigation />
      <div className={styles.end}>
        <SearchField />
        <ServeButton />
        <PaletteButton />
        <ThemeMenu />
        <SettingsLink />
      </div>
    </header>
  );
}

function Navigation() {
  const folders = useAppState(
    (state) => state.folders.list.filter(({ state: is }) => is === 'serving').length,
  );
  return (
    <nav className={styles.places} aria-label="Places">
      {places.map(({ id, title, command }) => (
        <PlaceLink key={id} id={id} command={command}>
          {title}
          {id === 'folders' && folders > 0 && (
            <span className={styles.count} title={`${folders} served now`}>
              {folders}
            </span>
          )}
        </PlaceLink>
      ))}
    </nav>
  );
}
