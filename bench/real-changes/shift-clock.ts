// Loaded before a command: its calendar runs so many milliseconds beside the machine's. Timers and durations are the machine's.
const shift = Number(process.env['BENCH_CLOCK_SHIFT_MS'] ?? 0);
const Machine = Date;

globalThis.Date = new Proxy(Machine, {
  construct: (target, given: unknown[]) =>
    given.length === 0 ? new target(target.now() + shift) : (Reflect.construct(target, given) as Date),
  get: (target, name, receiver) =>
    name === 'now' ? () => target.now() + shift : (Reflect.get(target, name, receiver) as unknown),
});
