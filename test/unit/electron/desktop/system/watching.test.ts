import { beforeEach, expect, test } from 'vitest';
import { Watching } from '../../../../../electron/desktop/system/watching.ts';
import { ScriptedCore } from '../../../../fakes/scripted-core.ts';

let core: ScriptedCore;
let watching: Watching;

beforeEach(() => {
  core = new ScriptedCore();
  watching = new Watching(core);
});

test('sleep pauses and waking resumes', () => {
  watching.set('sleep', true);
  expect(core.isPaused).toBe(true);
  expect(watching.isPausedByPerson).toBe(false);
  watching.set('sleep', false);
  expect(core.isPaused).toBe(false);
});

test('waking does not resume what a person paused', () => {
  watching.set('person', true);
  watching.set('sleep', true);
  watching.set('sleep', false);
  expect(core.isPaused).toBe(true);
  watching.set('person', false);
  expect(core.isPaused).toBe(false);
});
