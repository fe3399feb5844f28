import { checkNode } from './check-node.mjs';
import { ensureBuild, isBuildCurrent } from './ensure-build.mjs';
import { arePackagesCurrent, ensurePackages } from './ensure-packages.mjs';
import { takeTurn } from './take-turn.mjs';

/** Installs and builds what is missing or old. Writes nothing when all is current, so also in a checkout of another user. */
export async function ensureReady() {
  checkNode();
  if (arePackagesCurrent() && isBuildCurrent()) return;
  await takeTurn(async () => {
    await ensurePackages();
    await ensureBuild();
  });
}
