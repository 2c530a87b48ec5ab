// Models whose every answer a test decides, and what a comparison needs around them.
import { readDataBlocks } from '../../src/core/data-block.ts';
import {
  NO_USAGE,
  type Completion,
  type CompletionRequest,
  type Model,
  type ModelRef,
} from '../../src/models/model.ts';
import { createAsk, type Ask, type AskEvent } from '../../src/evaluation/ask.ts';
import { pairClauses } from '../../src/evaluation/clause-pairs.ts';
import type { Comparison } from '../../src/evaluation/comparison.ts';
import { JUDGE_PROMPT } from '../../src/evaluation/prompts/judge.ts';
import { createMemoryStore } from './memory-store.ts';
import type { AnswerStore } from '../../src/evaluation/store.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import type { Clause, Spec } from '../../src/spec/clause.ts';
import type { ClauseChange } from '../../src/spec/change.ts';

export function modelRef(name: string): ModelRef {
  return { id: `test/${name}`, kind: 'simulated', origin: 'simulated:', model: name, params: {} };
}

export function completion(text: string, rest: Partial<Completion> = {}): Completion {
  return { text, finish: 'stop', usage: NO_USAGE, adapted: [], ...rest };
}

export function clause(id: string, text: string, attributes: Record<string, string> = {}): Clause {
  return {
    id,
    title: id,
    ancestors: [],
    attributes,
    text,
    commentary: [],
    file: 'spec.md',
    lines: { start: 1, end: 2 },
  };
}

export function spec(...clauses: readonly Clause[]): Spec {
  const text = clauses.map(({ id, title, text: body }) => `# ${title} {#${id}}\n\n${body}\n`).join('\n');
  return {
    clauses,
    hash: clauses.map(({ id, text: body }) => `${id}:${body}`).join('|'),
    files: [{ file: 'spec.md', text }],
  };
}

export function scenario(id: string, clauses: readonly string[]): Scenario {
  return { id, messages: [{ role: 'user', content: `question ${id}` }], clauses, topics: [] };
}

/** The blocks of a request's whole prompt. */
export function blocksOf(request: CompletionRequest): ReturnType<typeof readDataBlocks> {
  return readDataBlocks(request.messages.map(({ content }) => content).join('\n'));
}

/** A judge's well-formed reply to a request. */
export function judgmentReply(request: CompletionRequest, ruling: string, clauses: readonly string[] = []): Completion {
  return completion(JSON.stringify({ item: blocksOf(request).get('item'), reasoning: 'because', ruling, clauses }));
}

export interface ComparisonParts {
  readonly base: Spec;
  readonly head: Spec;
  readonly changes?: readonly ClauseChange[];
  readonly kind?: Comparison['kind'];
  readonly models?: readonly string[];
  readonly judges?: readonly string[];
}

export function comparison(parts: ComparisonParts): Comparison {
  return {
    kind: parts.kind ?? 'target',
    slots: (parts.models ?? ['m1', 'm2']).map((name) => ({
      id: `test/${name}`,
      base: { ref: modelRef(name) },
      head: { ref: modelRef(name) },
    })),
    judges: (parts.judges ?? ['j1', 'j2', 'j3']).map(modelRef),
    classifier: undefined,
    scoredDraws: 1,
    clauses: pairClauses(parts.base, parts.head, parts.changes ?? []),
    judgeContext: 'linked',
    wording: JUDGE_PROMPT,
    digest: 'digest',
    auditShare: 0.2,
  };
}

export interface AskHarness {
  readonly ask: Ask;
  readonly events: AskEvent[];
  readonly calls: CompletionRequest[];
  readonly store: AnswerStore;
}

/** An `Ask` whose models answer with `reply`; counts what was really called. */
export function harness(
  reply: (request: CompletionRequest) => Completion,
  store = createMemoryStore(),
  { mayDiffer = false }: { readonly mayDiffer?: boolean } = {},
): AskHarness {
  const events: AskEvent[] = [];
  const calls: CompletionRequest[] = [];
  const modelFor = (ref: ModelRef): Model => ({
    ref,
    complete: async (request) => {
      calls.push(request);
      await Promise.resolve();
      return reply(request);
    },
  });
  const ask = createAsk({
    store,
    modelFor,
    mayDiffer: () => mayDiffer,
    schedule: (_request, call) => call(),
    signal: new AbortController().signal,
    onEvent: (event) => events.push(event),
  });
  return { ask, events, calls, store };
}
