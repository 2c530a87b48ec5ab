// Runs an action on another day than today: the clock of the process it is started in is put forward from outside.

/**
 * Environment of a run whose clock shows that day (UTC, `YYYY-MM-DD`), 02:00 in the morning at its start; time goes on as
 * usual. The product has no such switch: whoever may set `NODE_OPTIONS` of a step may run any program in it.
 */
export function onDay(date: string): { readonly NODE_OPTIONS: string } {
  const shift = Date.parse(`${date}T02:00:00Z`) - Date.now();
  const preload = `
    const Real = Date;
    globalThis.Date = class Date extends Real {
      constructor(...given) { super(...(given.length === 0 ? [Real.now() + ${shift}] : given)); }
      static now() { return Real.now() + ${shift}; }
    };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}` };
}
