// What the process ends with: the contract with scripts and workflows.

/** Exit codes; the contract with scripts and workflows. */
export const EXIT = { pass: 0, fail: 1, inconclusive: 2, usage: 3, bug: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
