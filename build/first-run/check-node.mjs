/** The same range as `engines` in package.json, in words that an older Node can still run. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (enough) return;
  console.error(`Berth needs Node 20.19, 22.12 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
