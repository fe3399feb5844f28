import type { Platform } from '../../../shared/contract/host.ts';

export interface BarFacts {
  readonly platform: Platform;
  /** `XDG_CURRENT_DESKTOP`. */
  readonly desktop: string;
  /** Of the system's own bars, which Windows tells apart from programs. */
  readonly systemIsDark: boolean;
  /** Of this program, as the person chose or the system says. */
  readonly programIsDark: boolean;
}

/** Their bars are dark in either theme. */
const alwaysDark = /gnome|unity|pantheon|cinnamon|xfce/i;

/** Whether the bar with the icon is dark. Linux does not tell, so the desktop's habit has to do. */
export function barIsDark({ platform, desktop, systemIsDark, programIsDark }: BarFacts): boolean {
  if (platform !== 'linux') return systemIsDark;
  return alwaysDark.test(desktop) || programIsDark;
}
