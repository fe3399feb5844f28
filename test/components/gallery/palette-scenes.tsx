import type { Scene } from './scene.ts';

export const paletteScenes: readonly Scene[] = [];
