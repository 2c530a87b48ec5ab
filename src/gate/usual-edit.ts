// An edit of one clause such as people make, priced as `plan` prices the edit at hand: for where there is none yet.
import { sha256 } from '../core/canonical-json.ts';
import { createMemorySegmentStore } from '../io/store/segment-store.ts';
import type { Cost } from '../models/cost/prices.ts';
import type { Project } from '../run/load-project.ts';
import { expectedPrices } from '../run/run-prices.ts';
import { createBank } from '../scenarios/parse-bank.ts';
import type { Clause, Spec } from '../spec/clause.ts';
import { isLinkable } from '../writing/show-spec.ts';
import { prepareSpecCheck } from './change/prepare-check.ts';
import { scenariosOfClause } from './panel-power.ts';
import { planWithWriting } from './plan-with-writing.ts';

/** What such an edit adds to its clause. */
const ADDED = 'This also holds where nobody asks for it.';

/**
 * US dollars for a check of usual length of an edit of a clause of middle length, with nothing stored: the prompts of this spec,
 * its models and judges, on `scenarios` scenarios as long as writers write them (what a check would have, unless given). Writing
 * them is part of it where the config has checks write. Undefined where the spec has no clause that could be tested.
 */
export async function priceUsualEdit(
  project: Project,
  spec: Spec,
  scenarios: number = scenariosOfClause(project.config),
): Promise<Cost | undefined> {
  const clause = middleClause(spec);
  if (clause === undefined) return undefined;
  const { config } = project;
  const coverage = { ...config.coverage, write: true, perClause: scenarios };
  const selection = { ...config.selection, extendTo: Math.max(scenarios, config.selection.extendTo) };
  const imagined = { ...project, bank: createBank('', []), config: { ...config, coverage, selection } };
  const sides = { base: { ref: 'base', spec }, head: { ref: 'head', spec: withEdit(spec, clause) } };
  const { power, writes } = await planWithWriting(prepareSpecCheck(imagined, sides), {
    project: imagined,
    store: createMemorySegmentStore(),
    prices: expectedPrices(project, { attended: true }),
  });
  const usd = power?.[0]?.usd;
  if (usd === undefined || usd === 'unknown' || config.coverage.write) return usd;
  return writes?.usd === 'unknown' ? 'unknown' : usd - (writes?.usd ?? 0);
}

function middleClause({ clauses }: Spec): Clause | undefined {
  const tested = clauses.filter(isLinkable).sort((a, b) => a.text.length - b.text.length);
  return tested[Math.floor(tested.length / 2)];
}

function withEdit(spec: Spec, { id }: Clause): Spec {
  return {
    ...spec,
    hash: sha256(`${spec.hash}\n${ADDED}`),
    clauses: spec.clauses.map((one) => (one.id === id ? { ...one, text: `${one.text}\n\n${ADDED}` } : one)),
    // Where the spec is the system prompt, models are given its files: the place of a sentence does not change their length.
    files: spec.files.map((file, index) => (index === 0 ? { ...file, text: `${file.text}\n${ADDED}\n` } : file)),
  };
}
