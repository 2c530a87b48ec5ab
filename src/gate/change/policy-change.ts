// What a change would loosen of the policy it is judged under, option by option.
import { MODEL_SCENARIOS } from '../../decision/bounds.ts';
import { mapMetrics } from '../../analysis/metrics.ts';
import type { Config } from '../../config/schema.ts';

/** An option that the head makes more lenient, or changes in a way nobody can call stricter. Values as people read them. */
export interface LoosenedOption {
  readonly option: string;
  readonly base: string;
  readonly head: string;
}

type Looser = (base: unknown, head: unknown) => boolean;

/** No number: no limit. */
const grows: Looser = (base, head) => numberOr(head, Infinity) > numberOr(base, Infinity);
const shrinks: Looser = (base, head) => numberOr(head, -Infinity) < numberOr(base, -Infinity);
/** Who judges, in which order they are asked, and by what text: neither way is the stricter one. */
const differs: Looser = (base, head) => JSON.stringify(base) !== JSON.stringify(head);
const gainsNames: Looser = (base, head) =>
  (head as readonly string[]).some((name) => !(base as readonly string[]).includes(name));
const stepsDown =
  (...strictToLoose: readonly string[]): Looser =>
  (base, head) =>
    strictToLoose.indexOf(String(head)) > strictToLoose.indexOf(String(base));
const actsLess = stepsDown('fail', 'inconclusive', 'report');

type Rules<Options> = { readonly [Name in keyof Options]-?: Looser | 'no-policy' };

/** One rule for every option; the compiler keeps the list whole. */
const RULES: Rules<Omit<Config, Group>> = {
  // Checked against the files themselves: renaming the spec loosens nothing.
  spec: 'no-policy',
  // Changed models are compared with each other, and removed ones are found when models are paired, so the list itself
  // is no policy.
  models: 'no-policy',
  clauses: differs,
  ignore: gainsNames,
  promptWithout: differs,
  specUse: differs,
  bank: differs,
  // A clause without scenarios is untested whoever should have written them.
  coverage: 'no-policy',
  seeding: 'no-policy',
  labelled: differs,
  judgeContext: differs,
  judgeExamples: differs,
  judges: differs,
  classifier: differs,
  onInconclusive: actsLess,
  approvers: gainsNames,
  disclose: stepsDown('ids', 'excerpts', 'full'),
  auditShare: shrinks,
  seed: differs,
  nightly: differs,
  // Looking for a repair changes no verdict.
  repair: 'no-policy',
  storePath: 'no-policy',
  // Whoever fills the store decides what counts as answered.
  store: differs,
  outputDir: 'no-policy',
};

type Group = 'providers' | 'prices' | 'selection' | 'margins' | 'limits' | 'actions' | 'budget';

const GROUPS: {
  readonly [Name in Exclude<Group, 'providers' | 'prices'>]: Rules<Config[Name]>;
} = {
  selection: {
    scenarios: shrinks,
    extendTo: shrinks,
    modelScenarios: (base, head) => numberOr(head, MODEL_SCENARIOS) < numberOr(base, MODEL_SCENARIOS),
    replicates: (base, head) => {
      const [was, is] = [base, head] as readonly Config['selection']['replicates'][];
      return is!.base < was!.base || is!.confirm < was!.confirm;
    },
  },
  margins: mapMetrics(() => grows),
  limits: mapMetrics(({ worse }) => (worse === 'up' ? grows : shrinks)),
  actions: {
    ...mapMetrics(() => actsLess),
    newOutliers: actsLess,
    untested: actsLess,
    policyChange: actsLess,
    // Left out, it depends on whether anything is labelled, so it counts as in between.
    unprovenJudges: stepsDown('inconclusive', 'undefined', 'report'),
    unseen: actsLess,
  },
  budget: {
    calls: grows,
    usd: grows,
    minutes: grows,
    dayUsd: grows,
    weekUsd: grows,
    repairUsd: grows,
    allowUnknownPrices: (base, head) => head === true && base !== true,
  },
};

/** Every option that the head loosens, in the schema's order. An equal or stricter head gives an empty list. */
export function listLoosened(base: Config, head: Config): readonly LoosenedOption[] {
  const single = compareOptions('', RULES, { base, head });
  const grouped = Object.entries(GROUPS).flatMap(([group, rules]) => {
    const name = group as keyof typeof GROUPS;
    return compareOptions(`${group}.`, rules, { base: base[name], head: head[name] });
  });
  // A provider says where prompts and keys go, a price what the budget means: any difference counts.
  const named = (['providers', 'prices'] as const).flatMap((group) => {
    const names = [...new Set([...Object.keys(base[group]), ...Object.keys(head[group])])].sort();
    const rules = Object.fromEntries(names.map((name) => [name, differs]));
    return compareOptions(`${group}.`, rules, { base: base[group], head: head[group] });
  });
  return [...single, ...grouped, ...named];
}

function compareOptions(
  prefix: string,
  rules: Readonly<Record<string, Looser | 'no-policy'>>,
  sides: { readonly base: object; readonly head: object },
): readonly LoosenedOption[] {
  const [base, head] = [new Map(Object.entries(sides.base)), new Map(Object.entries(sides.head))];
  return Object.entries(rules).flatMap(([name, isLooser]) => {
    const [was, is] = [base.get(name) as unknown, head.get(name) as unknown];
    if (isLooser === 'no-policy' || !isLooser(was, is)) return [];
    const note = isReordered(was, is) ? ' (the same in another order)' : '';
    return [{ option: `${prefix}${name}`, base: describe(was), head: `${describe(is)}${note}` }];
  });
}

/** Two lists of the same entries: side by side they look alike. */
function isReordered(base: unknown, head: unknown): boolean {
  if (!Array.isArray(base) || !Array.isArray(head)) return false;
  const entriesOf = (list: readonly unknown[]): string =>
    JSON.stringify(list.map((entry) => JSON.stringify(entry)).sort());
  return entriesOf(base) === entriesOf(head);
}

function numberOr(value: unknown, missing: number): number {
  return typeof value === 'number' ? value : missing;
}

function describe(value: unknown): string {
  if (value === undefined) return '(none)';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
