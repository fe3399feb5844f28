import { EventEmitter } from 'node:events';
import { refuseUnknownIn } from '../refuse-unknown.ts';
import { HostNativeImage, nativeImage } from './native-image.ts';

/** An icon that nobody sees. What the app makes of it is recorded by `recorder.ts`. */
export class HostTray extends EventEmitter {
  #title = '';
  #isDestroyed = false;

  constructor(image: HostNativeImage | string) {
    super();
    this.setImage(image);
  }

  setImage(image: HostNativeImage | string): void {
    if (typeof image === 'string' && nativeImage.createFromPath(image).isEmpty()) {
      throw new TypeError(`Failed to load image from path '${image}'`);
    }
    if (typeof image !== 'string' && !(image instanceof HostNativeImage)) {
      throw new TypeError('Argument must be a file path or a NativeImage');
    }
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  getBounds(): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
    return { x: 0, y: 0, width: 16, height: 16 };
  }

  destroy(): void {
    this.#isDestroyed = true;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  setToolTip(): void {}
  setContextMenu(): void {}
  setPressedImage(): void {}
  setIgnoreDoubleClickEvents(): void {}
  popUpContextMenu(): void {}
  closeContextMenu(): void {}
}
refuseUnknownIn('Tray', HostTray);
