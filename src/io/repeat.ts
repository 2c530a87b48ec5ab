// A task that is repeated until it is undone, and keeps no process alive.

/** Calls `task` every `ms` milliseconds; the function that it gives ends that. */
export function repeatEvery(ms: number, task: () => void): () => void {
  const timer = setInterval(task, ms);
  timer.unref();
  return () => clearInterval(timer);
}
