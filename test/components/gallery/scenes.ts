import { inspectorScenes } from './inspector-scenes.tsx';
import { listScenes } from './list-scenes.tsx';
import { paletteScenes } from './palette-scenes.tsx';
import { placeScenes } from './place-scenes.tsx';
import type { Scene } from './scene.ts';

/** Every state that has a picture. A place adds its own rows here. */
export const scenes: readonly Scene[] = [...listScenes, ...inspectorScenes, ...paletteScenes, ...placeScenes];
