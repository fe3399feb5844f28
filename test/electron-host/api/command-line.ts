import { host } from '../host.ts';
import { refuseUnknown } from '../refuse-unknown.ts';

/** Switches for Chromium that the app added. */
export const addedSwitches: string[] = [];

export const commandLine = refuseUnknown('app.commandLine', {
  appendSwitch(name: string, value?: string): void {
    addedSwitches.push(value ? `--${name}=${value}` : `--${name}`);
  },
  hasSwitch: (name: string): boolean =>
    given().some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
  getSwitchValue(name: string): string {
    const start = `--${name}=`;
    return (
      given()
        .find((arg) => arg.startsWith(start))
        ?.slice(start.length) ?? ''
    );
  },
});

function given(): readonly string[] {
  return [...host.args, ...addedSwitches];
}
