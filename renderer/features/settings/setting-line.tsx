import type { ReactNode } from 'react';
import type { Setting } from '../../hooks/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { FieldProblem } from '../../ui/text-field.tsx';
import styles from './settings-place.module.css';

export interface SettingLineProps {
  readonly name: string;
  readonly setting: Pick<Setting<unknown>, 'isDefault' | 'enabled' | 'failure' | 'reset'>;
  /** The default in words: `800 ms`. */
  readonly usually: string;
  readonly children: ReactNode;
}

/** A setting with what it usually is, the way back to that, and what was wrong with the last change. */
export function SettingLine({ name, setting, usually, children }: SettingLineProps) {
  return (
    <div className={styles.setting}>
      <div className={styles.control}>
        {children}
        <FieldProblem text={setting.failure} />
      </div>
      <span className={styles.usually}>
        {setting.isDefault ? (
          <span>Default</span>
        ) : (
          <>
            <span>Default: {usually}</span>
            <Button
              tone="quiet"
              small
              disabled={!setting.enabled}
              aria-label={`Reset “${name}” to ${usually}`}
              onClick={setting.reset}
            >
              Reset
            </Button>
          </>
        )}
      </span>
    </div>
  );
}
