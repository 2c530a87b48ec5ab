// What must be the same for two nights to be compared, as hashes.
import { hashJson, type Json } from '../core/canonical-json.ts';
import type { PanelModel } from '../evaluation/create-comparison.ts';
import { promptsOf, type JudgingPrompts } from '../evaluation/prompts/judging-prompts.ts';
import type { Project } from '../run/load-project.ts';
import type { ModelRef } from '../models/model.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Spec } from '../spec/clause.ts';

/** Spec, judges, classifier, prompts and context: with any other of them the same answers get other rulings. */
export function hashSubject(
  { config, panel }: Pick<Project, 'config' | 'panel'>,
  spec: Spec,
  { judge, classify }: JudgingPrompts = promptsOf(config),
): string {
  return hashJson({
    spec: spec.hash,
    specUse: config.specUse,
    ...(config.promptWithout.length > 0 && { promptWithout: config.promptWithout }),
    judgeContext: config.judgeContext,
    judges: panel.judges.map(describeRef),
    classifier: panel.classifier === undefined ? null : describeRef(panel.classifier),
    prompts: [judge.version, classify.version],
  }).slice(0, 16);
}

/** A model under test: who is asked, and its own system prompt. */
export function hashModel({ ref, system }: PanelModel): string {
  return hashJson([describeRef(ref), system ?? '']).slice(0, 16);
}

/** 16 hex digits over everything of a scenario that an answer or its scores depend on. */
export function hashScenario({ messages, clauses, rubric1, rubric2 }: Scenario): string {
  const conversation = messages.map(({ role, content }) => [role, content]);
  return hashJson([conversation, [...clauses], [...(rubric1 ?? [])], [...(rubric2 ?? [])]]).slice(0, 16);
}

/**
 * The world behind a simulated model or the file behind a recorded one is part of its origin; it can change without any
 * other sign.
 */
function describeRef({ id, kind, origin, basePath, model, version, params }: ModelRef): Json {
  const place = origin.startsWith('http') ? `${origin}${basePath ?? ''}` : kind;
  return { id, kind, place, model, version: version ?? null, params };
}
