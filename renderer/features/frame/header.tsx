import mark from '../../ui/berth-mark.svg';
import styles from './header.module.css';
import { PaletteButton } from './palette-button.tsx';
import { places } from './places.ts';
import { SearchField } from './search-field.tsx';
import { ThemeMenu } from './theme-menu.tsx';

export function Header() {
  return (
    <header className={styles.header}>
      <h1 className={styles.brand}>
        <img className={styles.mark} src={mark} alt="" />
        Berth
      </h1>
      <nav className={styles.places} aria-label="Places">
        {places.map(({ id, title }) => (
          <a key={id} href={`#${id}`} aria-current="page">
            {title}
          </a>
        ))}
      </nav>
      <div className={styles.end}>
        <SearchField />
        <PaletteButton />
        <ThemeMenu />
      </div>
    </header>
  );
}
