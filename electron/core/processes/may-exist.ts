/** Whether somebody has this pid. Signal 0 only checks, on Windows too; EPERM means that it is somebody else's. */
export function mayExist(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** True when the system would refuse a signal to this pid. Signal 0 is checked as any other, and not sent. */
export function isDenied(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
