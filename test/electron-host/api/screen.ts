import { EventEmitter } from 'node:events';
import { refuseUnknown } from '../refuse-unknown.ts';

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const size = { width: area.width, height: area.height };
const onlyDisplay = { id: 1, bounds: area, workArea: area, size, workAreaSize: size, scaleFactor: 1 };

class HostScreen extends EventEmitter {
  getAllDisplays() {
    return [onlyDisplay];
  }

  getPrimaryDisplay() {
    return onlyDisplay;
  }

  getDisplayMatching() {
    return onlyDisplay;
  }

  getDisplayNearestPoint() {
    return onlyDisplay;
  }

  getCursorScreenPoint() {
    return { x: 0, y: 0 };
  }
}
refuseUnknown('screen', HostScreen.prototype);

export const screen = new HostScreen();
export type { HostScreen };
