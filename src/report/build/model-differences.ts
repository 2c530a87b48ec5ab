// In what a model is declared to differ from the one before it.
import { whereDefined } from '../../core/where-defined.ts';
import { providerName } from '../../models/model-id.ts';
import { canonicalJson } from '../../core/canonical-json.ts';
import type { Slot } from '../../evaluation/comparison.ts';
import type { Respondent } from '../../evaluation/prompts/respond.ts';
import type { ReportModelChange } from '../report-answers.ts';

type Difference = ReportModelChange['differences'][number];

/** Provider, model, version, each parameter, and the length of its own system prompt; equal ones are left out. */
export function listDifferences({ base, head }: Slot): readonly Difference[] {
  const [before, after] = [describe(base), describe(head)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Difference[] => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was === is && (key !== SYSTEM || base.system === head.system)) return [];
    const what = key.startsWith(PARAMETER) ? key.slice(PARAMETER.length) : key;
    return [{ what, ...whereDefined({ base: was, head: is }) }];
  });
}

const SYSTEM = 'system prompt';
/** A parameter may be called as one of our own words. */
const PARAMETER = 'parameter ';

function describe({ ref, system }: Respondent): ReadonlyMap<string, string> {
  return new Map([
    ['provider', providerName(ref)],
    ['model', ref.model],
    ...(ref.version === undefined ? [] : ([['version', ref.version]] as const)),
    ...Object.entries(ref.params).map(([name, value]) => [`${PARAMETER}${name}`, canonicalJson(value)] as const),
    // Its text is the repository's own, and stands in the diff.
    ...(system === undefined ? [] : ([[SYSTEM, `${system.split(/\s+/).filter(Boolean).length} words`]] as const)),
  ]);
}
