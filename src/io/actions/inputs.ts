// The Action's inputs, read once and typed; every problem is reported, not only the first.
import { posix } from 'node:path';
import { whereDefined } from '../../core/where-defined.ts';
import { UserError, type Problem } from '../../core/errors.ts';
import { parseShard, type Shard } from '../../scenarios/shard.ts';
import type { Environment } from './event.ts';

export const MODES = ['check', 'seed', 'nightly'] as const;
export const COMMENT_RULES = ['always', 'on-change', 'on-failure', 'never'] as const;
export const STORES = ['cache', 'branch', 'none'] as const;
export const BATCHES = ['off', 'wait', 'leave'] as const;

/** What action.yml takes. An input that is not given, or empty, has the default that action.yml names. */
export interface ActionInputs {
  /** From the root of the workspace: `working-directory` is in front of it. */
  readonly config: string;
  readonly mode: (typeof MODES)[number];
  readonly comment: (typeof COMMENT_RULES)[number];
  readonly store: (typeof STORES)[number];
  readonly offline: boolean;
  readonly batch: (typeof BATCHES)[number];
  /** The part of the bank that this job does, of seeding or a night. */
  readonly shard?: Shard;
  readonly outputDir: string;
  /** Commits, branches or tags to compare, where the event does not say it. */
  readonly base?: string;
  readonly head?: string;
  readonly githubToken?: string;
  /** May only lower the config's budget. */
  readonly maxCalls?: number;
  /** May only lower the config's budget. US dollars. */
  readonly maxUsd?: number;
}

/**
 * Reads the inputs as the runner passes them (`INPUT_MAX-CALLS`).
 * @throws UserError naming each input whose value does not fit.
 */
export function readInputs(env: Environment): ActionInputs {
  const problems: Problem[] = [];
  const text = (name: string): string | undefined => env[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;

  function oneOf<const T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = text(name) ?? fallback;
    const found = allowed.find((option) => option === value);
    if (found === undefined)
      problems.push({ message: `input ${name}: expected ${allowed.join(', ')}, got "${value}"` });
    return found ?? fallback;
  }

  function numberOf(name: string, pattern: RegExp, expected: string): number | undefined {
    const value = text(name);
    if (value === undefined) return undefined;
    if (!pattern.test(value)) problems.push({ message: `input ${name}: expected ${expected}, got "${value}"` });
    return Number(value);
  }

  const workingDirectory = text('working-directory') ?? '.';
  if (posix.isAbsolute(workingDirectory) || posix.normalize(workingDirectory).startsWith('..')) {
    problems.push({
      message: `input working-directory: expected a folder below the workspace, got "${workingDirectory}"`,
    });
  }
  const [base, head] = [text('base'), text('head')];
  const githubToken = text('github-token');
  const maxCalls = numberOf('max-calls', /^\d{1,9}$/, 'a whole number of calls');
  const maxUsd = numberOf('max-usd', /^\d{1,7}(\.\d{1,4})?$/, 'US dollars, such as 12.50');
  const part = text('shard');
  const shard = part === undefined ? undefined : parseShard(part);
  if (part !== undefined && shard === undefined) {
    problems.push({ message: `input shard: expected a part of so many, such as 2/8, got "${part}"` });
  }
  const inputs: ActionInputs = {
    config: posix.join(workingDirectory, text('config') ?? 'spec-gate.yml'),
    mode: oneOf('mode', MODES, 'check'),
    comment: oneOf('comment', COMMENT_RULES, 'on-change'),
    store: oneOf('store', STORES, 'cache'),
    offline: oneOf('offline', ['true', 'false'], 'false') === 'true',
    batch: oneOf('batch', BATCHES, 'off'),
    outputDir: text('output-dir') ?? 'spec-gate-report',
    ...whereDefined({ base, head, githubToken, shard, maxCalls, maxUsd }),
  };
  if (problems.length > 0) throw new UserError(problems);
  return inputs;
}
