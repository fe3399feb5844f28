import type { ComponentType, SVGProps } from 'react';

export interface IconProps {
  readonly of: ComponentType<SVGProps<SVGSVGElement> & { size?: string | number }>;
  readonly size?: number;
}

/** An icon beside a name: it is never the name itself. */
export function Icon({ of: Shape, size = 15 }: IconProps) {
  return <Shape size={size} strokeWidth={1.75} aria-hidden="true" />;
}
