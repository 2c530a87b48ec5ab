/** Milliseconds of this process's own work since `before`: what else the machine does is not counted. */
export function workSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
