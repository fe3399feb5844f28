import { readFileSync } from 'node:fs';
import { refuseUnknown } from '../refuse-unknown.ts';

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** A PNG that was found, or nothing, as Electron gives for a wrong path. Nothing is ever drawn. */
export class HostNativeImage {
  readonly #png: Buffer | null;
  #isTemplate: boolean;

  constructor(content: Buffer | null, file = '') {
    this.#png = content?.subarray(0, 4).equals(pngStart) ? content : null;
    this.#isTemplate = /Template(@[\d.]+x)?\.png$/.test(file);
  }

  isEmpty(): boolean {
    return this.#png === null;
  }

  getSize(): { readonly width: number; readonly height: number } {
    return { width: this.#png?.readUInt32BE(16) ?? 0, height: this.#png?.readUInt32BE(20) ?? 0 };
  }

  toPNG(): Buffer {
    return this.#png ?? Buffer.alloc(0);
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.toPNG().toString('base64')}`;
  }

  resize(): HostNativeImage {
    return this;
  }

  addRepresentation(): void {}

  setTemplateImage(isTemplate: boolean): void {
    this.#isTemplate = isTemplate;
  }

  isTemplateImage(): boolean {
    return this.#isTemplate;
  }
}
refuseUnknown('NativeImage', HostNativeImage.prototype);

export const nativeImage = refuseUnknown('nativeImage', {
  createEmpty: () => new HostNativeImage(null),
  createFromBuffer: (content: Buffer) => new HostNativeImage(content),
  createFromDataURL: (url: string) =>
    new HostNativeImage(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
  createFromPath(file: string): HostNativeImage {
    try {
      return new HostNativeImage(readFileSync(file), file);
    } catch {
      return new HostNativeImage(null);
    }
  },
});
