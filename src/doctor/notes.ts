// What the doctor finds worth knowing, as data, and the one place that says it in English. A note stops nothing.
import { count, dollars, percent, plural, points } from '../render/format-numbers.ts';
import { pluralForm } from '../render/plural-form.ts';
import { LEAST_ITEMS } from './panel-fitness.ts';
import { listed, name, say, wording, type Sentence, type Wording } from '../render/sentence.ts';
import type { Cost } from '../models/cost/prices.ts';
import { writePower, type PanelPower } from '../gate/panel-power.ts';
import { VOID_REASONS } from '../report/void-words.ts';
import type { VoidReason } from '../decision/void-options.ts';
import { wilson } from '../stats/wilson.ts';
import type { TokenRange } from './token-measure.ts';

export type WorkflowNote =
  | { readonly kind: 'no-workflow'; readonly folder: string }
  /** On another service than GitHub: `writes` is what `init` has for it. */
  | { readonly kind: 'no-pipeline'; readonly writes: 'gitlab' | 'script' }
  | { readonly kind: 'no-seeding' }
  | { readonly kind: 'no-release'; readonly file: string }
  /** A check that was earned against another base stays when the pull request is turned to this one. */
  | { readonly kind: 'any-base'; readonly file: string }
  | { readonly kind: 'key-not-given'; readonly file: string; readonly key: string }
  | {
      readonly kind: 'no-permission';
      readonly file: string;
      readonly permission: string;
      readonly least: 'read' | 'write';
      readonly use: PermissionUse;
    };

/** What a permission is for. */
export type PermissionUse = 'read-both-specs' | 'comment' | 'read-spec-and-bank' | 'issue';

export type DoctorNote =
  | WorkflowNote
  | { readonly kind: 'no-repository' }
  | { readonly kind: 'node-and-store'; readonly node: string; readonly store: string; readonly answers: number }
  /** The price of an edit of one clause with nothing stored. `writing`: the most dollars for scenarios written for it. */
  | { readonly kind: 'first-cost'; readonly usd: Cost; readonly writing?: number }
  | { readonly kind: 'void-option'; readonly option: string; readonly why: VoidReason }
  | { readonly kind: 'power'; readonly power: PanelPower; readonly usd: Cost | undefined }
  /** `carries`: the margin that so little evidence can carry; absent where none does. */
  | { readonly kind: 'weak-panel'; readonly margin: number; readonly carries?: number }
  | { readonly kind: 'judges-itself'; readonly model: string }
  | { readonly kind: 'copies'; readonly model: string; readonly why: 'seed' | 'temperature' }
  /** Tokens of the bank's longest prompt, and of the window that holds it. */
  | {
      readonly kind: 'window';
      readonly judge: string;
      readonly prompt: number;
      readonly window: number;
      readonly range: TokenRange;
    }
  /** Times in milliseconds. */
  | { readonly kind: 'one-slot'; readonly provider: string; readonly one: number; readonly two: number }
  | { readonly kind: 'few-labelled'; readonly items: number }
  | { readonly kind: 'simulated' }
  | { readonly kind: 'not-taken'; readonly model: string; readonly what: readonly string[] }
  | { readonly kind: 'no-schema'; readonly model: string }
  | { readonly kind: 'cut-off'; readonly model: string; readonly tokens: number };

export function writeNote(note: DoctorNote): Sentence {
  switch (note.kind) {
    case 'no-workflow':
      return say`no workflow in ${name(note.folder)} runs Spec Gate: ${name('spec-gate init --workflows gate,seed')} writes two; for other services see docs/other-ci.md`;
    case 'no-pipeline':
      return say`no pipeline here runs Spec Gate: ${name(`spec-gate init --workflows ${note.writes}`)} writes ${note.writes === 'gitlab' ? say`one` : say`a script for one`} (docs/other-ci.md)`;
    case 'no-seeding':
      return say`no workflow fills the store on the default branch, so pull requests pay for answers on the base side, too: ${name('spec-gate init --workflows seed')} writes one that does`;
    case 'no-release':
      return say`${name(note.file)} names no release yet: put the commit of the one you use in place of the zeros`;
    case 'any-base':
      return say`${name(note.file)} judges pull requests for any branch and not again when one is turned to another: a check earned elsewhere would stand. Add ${name('branches: [main]')} or ${name('types: [opened, reopened, synchronize, edited]')} under ${name('pull_request')}`;
    case 'key-not-given':
      return say`${name(note.file)} does not hand ${name(note.key)} on to the gate: add ${name(`env: { ${note.key}: "\${{ secrets.${note.key} }}" }`)} to its step`;
    case 'no-permission':
      return say`${name(note.file)} gives the job no ${name(`${note.permission}: ${note.least}`)}, without which ${USES[note.use]}`;
    case 'no-repository':
      return say`this folder is in no git repository, and a check compares commits: ${name('git init')} makes it one`;
    case 'node-and-store':
      return say`Node ${name(note.node)}; the store ${name(note.store)} holds ${note.answers === 0 ? wording('no answers yet') : plural(note.answers, 'answer')}`;
    case 'first-cost':
      if (note.usd === 0) return say`a pull request that edits one clause costs nothing: its models are free`;
      if (note.usd === 'unknown')
        return say`what a pull request costs is not known, since some prices are not: ${name('prices')} in the config gives them`;
      return say`the first pull request that edits one clause costs about ${dollars(note.usd)}${note.writing === undefined ? say`` : say`, and at most ${dollars(note.writing)} of that for scenarios written for it`}; ${name('spec-gate plan --base main')} prices the edit at hand`;
    case 'void-option':
      return say`${name(note.option)} has no effect: ${VOID_REASONS[note.why].says}`;
    case 'power':
      return say`what a check can show: ${writePower(note.power, note.usd)}`;
    case 'weak-panel':
      return note.carries === undefined
        ? say`too many edits that change nothing would stay undecided at ${points(note.margin)} points: take more models or scenarios`
        : say`too many edits that change nothing would stay undecided at ${points(note.margin)} points: set ${name('margins.nonCompliance')} to ${name(String(note.carries))}, which this evidence can carry, or take more models or scenarios`;
    case 'judges-itself':
      return say`${name(note.model)} is a judge and a model under test: it rules on its own answers, and judges tend to be kind to those`;
    case 'copies':
      return say`${name(note.model)}: ${name(`params.${note.why}`)} is ${note.why === 'seed' ? wording('fixed') : wording('0')}, so it gives the same answer every time it is asked. Several of them prove no more than one; leave it out for a model under test`;
    case 'window':
      return writeWindow(note);
    case 'one-slot':
      return say`${name(note.provider)}: its server answers one request at a time (one took ${seconds(note.one)}, two side by side ${seconds(note.two)}): set ${name('concurrency: 1')} there, or give the server more slots (docs/local-models.md)`;
    case 'few-labelled':
      return writeFewItems(note.items);
    case 'simulated':
      return say`simulated models and judges: these figures say nothing about real ones`;
    case 'not-taken':
      return say`${name(note.model)}: its server does not take everything that is sent, and did without: ${listed(note.what.map((one) => name(one)))}`;
    case 'no-schema':
      return say`${name(note.model)}: it does not keep to a JSON schema, so it is asked for JSON in words, and every reply is checked`;
    case 'cut-off':
      return say`${name(note.model)}: it was asked for one word and cut off after ${plural(note.tokens, 'token')}; whether it ends by itself was not seen`;
    default:
      throw new Error(`unknown note: ${JSON.stringify(note satisfies never)}`);
  }
}

const USES: Readonly<Record<PermissionUse, Wording>> = {
  'read-both-specs': wording('the spec of both sides cannot be read'),
  comment: wording('no comment can be written and no approval read'),
  'read-spec-and-bank': wording('the spec and the bank cannot be read'),
  issue: wording('no issue about an alarm can be opened or closed'),
};

function writeWindow({ judge, prompt, window, range }: Extract<DoctorNote, { readonly kind: 'window' }>): Sentence {
  const shares = `${range.least.toFixed(2)} to ${range.most.toFixed(2)}` as Wording;
  return say`${name(judge)}: ${shares} tokens a character; the bank's longest prompt has about ${count(prompt)} tokens, so its server needs a window of ${count(window)} for each slot`;
}

function seconds(ms: number): Wording {
  return `${(ms / 1000).toFixed(1)} s` as Wording;
}

/** What so many labelled items cannot show. */
function writeFewItems(items: number): Sentence {
  if (items === 0) {
    return say`there are no labelled items (answers with the ruling they deserve), so the judges were not tested: ${name('spec-gate bank generate --violations')} writes some into ${name('labelled.jsonl')} beside the config`;
  }
  const { lower } = wilson({ count: items, trials: items });
  return say`${plural(items, 'labelled item')} ${pluralForm(items, wording('proves'), wording('prove'))} little: a judge that is right on all of them may be right on ${percent(lower)} only; ${count(LEAST_ITEMS)} or more, half of them violations, tell more`;
}
