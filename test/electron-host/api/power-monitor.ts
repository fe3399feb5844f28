import { EventEmitter } from 'node:events';
import { refuseUnknown } from '../refuse-unknown.ts';

/** A machine that never sleeps unless a test says so: `suspend` and `resume` are emitted from outside. */
class HostPowerMonitor extends EventEmitter {
  isOnBatteryPower(): boolean {
    return false;
  }
}
refuseUnknown('powerMonitor', HostPowerMonitor.prototype);

export const powerMonitor = new HostPowerMonitor();
export type { HostPowerMonitor };
