/** Whether somebody has this pid. Signal 0 only checks, on Windows too; EPERM means that it is somebody else's. */
export function mayExist(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
