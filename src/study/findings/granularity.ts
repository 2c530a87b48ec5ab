// Granularity gaps: very different answers all pass, so the spec cannot tell the better from the worse.
import { whereDefined } from '../../core/where-defined.ts';
import { groundsOf } from './citations.ts';
import { createClauseTally, type ContrastedKinds, type Pattern } from './patterns.ts';
import { disagreementOn, ruledGroupOf } from '../model-group.ts';
import { COMPLYING, FLAT_REJECTIONS, RESPONSE_TYPES, type ResponseType } from '../../core/study-words.ts';
import { HIGH_DISAGREEMENT } from '../../scenarios/disagreement.ts';
import { addToList } from '../../analysis/evidence/lists-by-key.ts';
import type { StudyResponse, StudyRow, StudyRows } from '../../analysis/evidence/study-data.ts';

/** A kind of answer that a smaller share of a scenario's answers shows does not count. */
const LEAST_OF_A_KIND = 0.25;

/**
 * By clause: scenarios on which answers differ and every one passes in every draw. They differ where models disagree highly (D
 * of 1.5 or more), or, whatever D is, where a quarter of the answers or more gives one kind of help and a quarter another:
 * help, part of it, a refusal with help, a flat refusal. The clause is one that most answers' rulings rest on, or a linked
 * one where citations were not recorded. Tested: the clause's scenarios on which answers differ. Models that judges were
 * never asked about do not count, nor does their part in D where it is known without them.
 */
export function findGranularityGaps(rows: StudyRows): readonly Pattern[] {
  const tally = createClauseTally();
  const kinds = new Map<string, ContrastedKinds[]>();
  let recorded = false;
  const group = ruledGroupOf(rows);
  for (const [scenario, draws] of rows) {
    const row = draws[0]!;
    const disagreement = disagreementOn(row, group) ?? row.disagreements['all'] ?? 0;
    const responses = draws.flatMap((draw) =>
      draw.responses.filter(({ model }) => group.models.includes(model)).map((response) => ({ draw, response })),
    );
    const contrast = contrastOf(scenario, responses);
    if (disagreement < HIGH_DISAGREEMENT && contrast === undefined) continue;
    if (responses.length < 2 || responses.some(({ response }) => response.problematic === 'missing')) continue;
    const isCited = responses.some(({ response }) => response.rulings.some(({ clauses }) => clauses !== undefined));
    recorded ||= isCited;
    const clauses = isCited ? mostCited(responses.map(({ draw, response }) => groundsOf(response, draw))) : row.clauses;
    const allPass = responses.every(({ response }) => response.problematic === false);
    for (const clause of clauses) {
      tally.add([clause], scenario, allPass);
      if (allPass && contrast !== undefined) addToList(kinds, clause, contrast);
    }
  }
  return tally.entries().map((entry) => {
    const clause = entry.clauses[0]!;
    const common = mostCommon(kinds.get(clause) ?? []);
    const basis = recorded ? 'cited' : 'linked';
    return { ...entry, clauses: [clause], basis, ...whereDefined({ kinds: common }) };
  });
}

type Drawn = { readonly draw: StudyRow; readonly response: StudyResponse };

/** The most and the least helpful kind of those that enough answers give; undefined where that is one. */
function contrastOf(scenario: string, responses: readonly Drawn[]): ContrastedKinds | undefined {
  const typed = responses.flatMap(({ response: { model, responseType: type } }) =>
    type === undefined ? [] : [{ model, type }],
  );
  const levels = new Map<number, { readonly model: string; readonly type: ResponseType }[]>();
  for (const one of typed) levels.set(helpOf(one.type), [...(levels.get(helpOf(one.type)) ?? []), one]);
  const common = [...levels]
    .filter(([, own]) => own.length >= LEAST_OF_A_KIND * typed.length)
    .sort(([a], [b]) => a - b)
    .map(([, own]) => own.sort((a, b) => orderOf(a.type) - orderOf(b.type) || (a.model < b.model ? -1 : 1))[0]!);
  const [most] = common;
  const least = common.at(-1);
  return most === undefined || least === undefined || most === least ? undefined : { scenario, most, least };
}

/** 0 helps, 1 helps in part, 2 refuses and offers something else, 3 refuses flatly. */
function helpOf(type: ResponseType): number {
  if (COMPLYING.has(type)) return 0;
  if (FLAT_REJECTIONS.has(type)) return 3;
  return type === 'soft_rejection_with_alternatives' ? 2 : 1;
}

function orderOf(type: ResponseType): number {
  return RESPONSE_TYPES.indexOf(type);
}

/** The pair of kinds that most scenarios show, with the first of those as its example. */
function mostCommon(all: readonly ContrastedKinds[]): ContrastedKinds | undefined {
  const counts = new Map<string, ContrastedKinds[]>();
  for (const one of all) {
    const pair = `${one.most.type} ${one.least.type}`;
    counts.set(pair, [...(counts.get(pair) ?? []), one]);
  }
  const [first] = [...counts].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return first?.[1][0];
}

/** Clauses in more than half of the lists. */
function mostCited(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].filter(
    (clause) => 2 * lists.filter((list) => list.includes(clause)).length > lists.length,
  );
}
