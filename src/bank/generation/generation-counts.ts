// What a generation came to: how many were written, and what became of the rest.
import { whereDefined } from '../../core/where-defined.ts';
import type { WritingStep } from './write-group.ts';

export interface GenerationCounts {
  /** Seeds (pairs or rivals) whose turn came. */
  readonly seeds: number;
  /** Scenarios, those the bank held already included. */
  readonly scenarios: number;
  /** Seeds that a model refused or answered unusably, by step and reason. Asking again gives the same. */
  readonly dropped: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Seeds whose call failed, by step and reason. Another run asks them again. */
  readonly unanswered: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Groups that repeat an earlier one, word for word or nearly. */
  readonly duplicates: { readonly exact: number; readonly near: number };
  readonly byGenerator: Readonly<Record<string, { readonly seeds: number; readonly scenarios: number }>>;
  /** Why the run ended before its last seed (`aborted`, `quota`). */
  readonly stopped?: string;
}

export interface Counter {
  seed(generator: string): void;
  scenarios(generator: string, count: number): void;
  lost(what: { status: 'dropped' | 'unanswered'; step: WritingStep; reason: string }): void;
  duplicate(kind: 'exact' | 'near'): void;
  stop(reason: string): void;
  stopped(): string | undefined;
  read(): GenerationCounts;
}

/** All counts 0. Only the first reason to stop is kept. */
export function createCounter(): Counter {
  const lost = { dropped: new Map<string, Map<string, number>>(), unanswered: new Map<string, Map<string, number>>() };
  const duplicates = { exact: 0, near: 0 };
  const generators = new Map<string, { seeds: number; scenarios: number }>();
  let stopped: string | undefined;
  const of = (generator: string): { seeds: number; scenarios: number } => {
    const known = generators.get(generator) ?? { seeds: 0, scenarios: 0 };
    generators.set(generator, known);
    return known;
  };
  const sum = (key: 'seeds' | 'scenarios'): number =>
    [...generators.values()].reduce((total, generator) => total + generator[key], 0);
  return {
    seed: (generator) => {
      of(generator).seeds += 1;
    },
    scenarios: (generator, count) => {
      of(generator).scenarios += count;
    },
    lost: ({ status, step, reason }) => {
      const reasons = lost[status].get(step) ?? new Map<string, number>();
      lost[status].set(step, reasons.set(reason, (reasons.get(reason) ?? 0) + 1));
    },
    duplicate: (kind) => {
      duplicates[kind] += 1;
    },
    stop: (reason) => {
      stopped ??= reason;
    },
    stopped: () => stopped,
    read: () => ({
      seeds: sum('seeds'),
      scenarios: sum('scenarios'),
      dropped: toRecord(lost.dropped),
      unanswered: toRecord(lost.unanswered),
      duplicates: { ...duplicates },
      byGenerator: Object.fromEntries([...generators].map(([id, count]) => [id, { ...count }])),
      ...whereDefined({ stopped }),
    }),
  };
}

function toRecord(counts: ReadonlyMap<string, ReadonlyMap<string, number>>): GenerationCounts['dropped'] {
  return Object.fromEntries([...counts].map(([step, reasons]) => [step, Object.fromEntries(reasons)]));
}
