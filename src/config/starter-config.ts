// The config that `spec-gate init` writes: what must be chosen is there, what has a default is shown as a comment.
import type { ClauseMode } from '../spec/clause.ts';
import { BLOCKING_METRICS, METRICS } from '../analysis/metrics.ts';
import { schemaAddress } from './schema.ts';
import type { StarterPanel, StarterVendor } from './starter-panel.ts';

export interface StarterChoices {
  /** Path of the spec from the config's folder, or paths and globs. */
  readonly spec: string | readonly string[];
  readonly clauses?: ClauseMode;
  readonly specUse?: 'target' | 'prompt';
  readonly panel: StarterPanel;
  /** What the panel can show, as a comment behind it. Left out in the first pass, from whose text it is computed. */
  readonly power?: string;
}

const PROVIDERS: Readonly<Record<StarterVendor, string>> = {
  openai: '  openai: { kind: openai, apiKeyEnv: OPENAI_API_KEY, flex: unattended }',
  anthropic: '  anthropic: { kind: anthropic, apiKeyEnv: ANTHROPIC_API_KEY }',
  google: `  google:
    kind: openai
    baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai"
    apiKeyEnv: GEMINI_API_KEY`,
};

/** Models whose usual effort is `medium`: they think for several times as long as a ruling is. Later ones (gpt-5.1 on) think less by themselves. */
const THINKS_AT_LENGTH = /^openai\/(gpt-5(-(mini|nano))?|o\d(-mini)?)$/;

function judgeEntry(id: string): string {
  return THINKS_AT_LENGTH.test(id) ? `{ id: ${id}, params: { reasoningEffort: low } }` : id;
}

/** Rulings of the base on stored nights save so small a panel a tenth of a check (bench/README.md, "What a verdict costs"); answers half. */
const SEEDING = {
  target: {
    comment: `the first answers to scenarios of clauses that
# were edited lately. An edit needs rulings, which its own check asks for; answers stay as they are.`,
    value: '{ clauses: recent, draws: answers }',
  },
  prompt: {
    comment: `a draw of today's prompt a night, on scenarios of
# clauses that were edited lately. \`plan --mode seed\` says for how much.`,
    value: '{ clauses: recent }',
  },
} as const;

/** YAML text. Every commented option holds its default, and may be uncommented as it is. */
export function starterConfig({
  spec,
  clauses = 'headings',
  specUse = 'target',
  panel,
  power,
}: StarterChoices): string {
  const margins = BLOCKING_METRICS.map((name) => {
    const { defaults, smallPanelMargin } = METRICS[name];
    return `${name}: ${smallPanelMargin ?? defaults.margin}`;
  });
  const reported = BLOCKING_METRICS.filter((name) => METRICS[name].defaults.action === 'report').map(
    (name) => `${name}: report`,
  );
  return `# yaml-language-server: $schema=${schemaAddress('spec-gate')}
# Spec Gate: which spec is guarded, by which models and judges, and how much of a change is too much.
# On pull requests the base branch's copy of this file decides; a change of it takes effect when it is merged.

# The spec: a file, a glob or a list of them. Markdown clauses, or rules as YAML or JSON.
spec: ${JSON.stringify(typeof spec !== 'string' && spec.length === 1 ? spec[0] : spec)}
# What counts as a clause: headings, items or paragraphs.
${clauses === 'headings' ? '# ' : ''}clauses: ${clauses}

# target: models are trained towards the spec and never see it. prompt: the spec is their system prompt.
specUse: ${specUse}

# The scenarios that put clauses to the test, one a line: spec-gate bank import, link, generate, adopt.
# bank: .spec-gate/bank.jsonl

# Scenarios that a changed clause lacks are written in the check itself: half from the text before, half from the text
# after, for at most so many US dollars. spec-gate bank adopt takes them into the bank.
coverage: { write: true, perClause: 40, usd: 3 }

# Where models are asked. A key is read from the environment variable named here, and sent to this origin only. With
# flex OpenAI's spare capacity is asked first, at half the price: unattended (seeding, nights, banks), or always.
providers:
${panel.vendors.map((vendor) => PROVIDERS[vendor]).join('\n')}

# The models whose behaviour the spec is about. Yours may be behind any OpenAI-compatible endpoint.
models:
${panel.models.map((id) => `  - ${id}`).join('\n')}

# The panel that rules on each answer: an odd number, from two vendors where you can, and none of the models above. They are asked
# in this order: the first two rule on every answer, the last where these part and on a fifth of the others, so a strong one stands
# last. Those that think before they write do so briefly: a ruling states its reasons, and most of its price is output.
judges:
${panel.judges.map((id) => `  - ${judgeEntry(id)}`).join('\n')}

# Places answers on the two values' scales: needed to score a bank, and with specUse: prompt.
classifier: ${panel.classifier}

# How many scenarios a check starts with, and may extend itself to when the evidence does not decide.
selection: { scenarios: 40, extendTo: 64, replicates: { base: 4, confirm: 2 } }

# The rise that a pass rules out (a share; 0.05 is 5 points). A confirmed effect of half of it or more fails. These fit so
# small a panel; smaller ones need more models or scenarios.${power === undefined ? '' : `\n# What they show: ${power}.`}
margins: { ${margins.join(', ')} }

# What each finding does: fail blocks, report only says so. With unprovenJudges: inconclusive nothing passes by judges that
# never object, or that miss plain violations; answers in labelled.jsonl beside this file, with the ruling they deserve, and
# spec-gate doctor show what yours are worth.
actions: { newOutliers: report, ${reported.join(', ')}, untested: inconclusive, unprovenJudges: inconclusive, policyChange: fail }

# Whether a check that cannot decide blocks: fail or report.
# onInconclusive: fail

# Who may accept an intended change: users, or org/team.
# approvers: []

# How much of scenarios and answers reports and comments show: ids, excerpts or full.
# disclose: ids

# What \`check --mode seed\` keeps ready on the default branch: ${SEEDING[specUse].comment}
seeding: ${SEEDING[specUse].value}

# Caps of one run; reaching one ends it inconclusive and keeps what was finished.
budget: { calls: 8000, usd: 20, minutes: 60 }
`;
}
