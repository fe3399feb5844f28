import { ensureBuild, isBuildCurrent } from './first-run/ensure-build.mjs';
import { takeTurn } from './first-run/take-turn.mjs';

/** Some tests run what was built. A build that fails says so here, and those tests then fail for it. */
export async function setup(): Promise<void> {
  try {
    if (!isBuildCurrent()) await takeTurn(ensureBuild);
  } catch (error) {
    console.error(error);
  }
}
