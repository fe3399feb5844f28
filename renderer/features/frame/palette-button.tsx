import CommandsIcon from 'lucide-react/icons/square-chevron-right';
import { openPalette } from '../../commands/open-palette.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { keyName } from '../../ui/kbd.tsx';

/** The way to the palette for whoever does not know its key yet. */
export function PaletteButton() {
  const { run } = useCommand(openPalette);
  const key = keyName(openPalette.keys[0] ?? '');
  return (
    <Button
      tone="quiet"
      iconOnly
      aria-label={openPalette.title}
      title={`${openPalette.title} (${key})`}
      aria-haspopup="dialog"
      onClick={run}
    >
      <Icon of={CommandsIcon} size={16} />
    </Button>
  );
}
