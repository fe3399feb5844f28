import CheckIcon from 'lucide-react/icons/check';
import CopyIcon from 'lucide-react/icons/copy';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export interface CopyButtonProps {
  /** What is copied: `Copy the address`. */
  readonly name: string;
  /** True for a moment after it was. */
  readonly copied: boolean;
  readonly onCopy: () => void;
}

export function CopyButton({ name, copied, onCopy }: CopyButtonProps) {
  return (
    <Button tone="quiet" small iconOnly aria-label={copied ? 'Copied' : name} onClick={onCopy}>
      <Icon of={copied ? CheckIcon : CopyIcon} size={13} />
    </Button>
  );
}
