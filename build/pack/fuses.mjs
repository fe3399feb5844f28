/**
 * Electron's fuses: what the packed program can be made to do from outside. The reasons, and why `runAsNode` stays on, are in
 * `build/README.md`.
 * @satisfies {NonNullable<import('electron-builder').Configuration['electronFuses']>}
 */
export const fuses = {
  // The `berth` command is this program, run as plain Node.
  runAsNode: true,
  // Berth keeps no cookies. Turned on, it could never be turned off again.
  enableCookieEncryption: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  // The interface comes from `app:`, never from `file:`.
  grantFileProtocolExtraPrivileges: false,
};
