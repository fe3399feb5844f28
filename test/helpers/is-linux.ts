import { existsSync } from 'node:fs';

/** True where /proc tells what the tests compare with. */
export const isLinux = existsSync('/proc/self/stat');
