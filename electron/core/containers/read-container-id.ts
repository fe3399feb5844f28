import { readFileSync } from 'node:fs';
import type { Platform } from '../../../shared/contract/host.ts';
import { containerOfCgroup } from './container-of-cgroup.ts';

/** Tells the container a process is in. */
export type ReadContainerId = (pid: number) => string | null;

/**
 * Only Linux runs containers among its own processes; elsewhere nothing is read. Where Berth itself runs in a container,
 * its neighbours there are no container's processes to it: stopping it would end Berth along with them.
 */
export function containerIdReader(platform: Platform, procRoot = '/proc'): ReadContainerId {
  if (platform !== 'linux') return () => null;
  const read = (pid: number | 'self') => {
    try {
      return containerOfCgroup(readFileSync(`${procRoot}/${pid}/cgroup`, 'utf8'));
    } catch {
      return null;
    }
  };
  const own = read('self');
  return (pid) => {
    const id = read(pid);
    return id === own ? null : id;
  };
}
