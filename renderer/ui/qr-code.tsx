import { useMemo } from 'react';
import { qrPath } from '../lib/qr-path.ts';
import styles from './qr-code.module.css';

/** An address for the camera of a telephone. Dark on light in both themes, for many cameras read nothing else. */
export function QrCode({ text }: { readonly text: string }) {
  const { size, path } = useMemo(() => qrPath(text), [text]);
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={`QR code of ${text}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
