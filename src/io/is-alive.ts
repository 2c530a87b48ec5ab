// Whether a process of this machine still runs: what one that does not has left behind is nobody's.

/** `pid` as the process said it; one of another machine, or of another container, says nothing here. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
