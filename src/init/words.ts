// What `spec-gate init` says of what it did, line by line, and what comes next.
import { STARTER_KEYS, type StarterPanel } from '../config/starter-panel.ts';
import { count, percent, plural } from '../render/format-numbers.ts';
import { listed, name, names, say, wording, type Sentence, type Wording } from '../render/sentence.ts';
import type { ClauseMode, SpecFile } from '../spec/clause.ts';
import type { SpecPatterns } from './choose-spec.ts';
import type { ClauseChoice } from './read-clauses.ts';
import type { Surroundings } from './place-workflows.ts';
import type { Workflow } from './workflows.ts';

/** What was found, or chosen, for the config. */
export interface Setup {
  readonly spec: SpecPatterns;
  /** What the patterns name; none where there is no such file yet. */
  readonly files: readonly SpecFile[];
  /** Undefined where there is no such file yet. */
  readonly choice: ClauseChoice | undefined;
  readonly use: 'target' | 'prompt';
  readonly because: Sentence | undefined;
  readonly workflows: readonly Workflow[];
  readonly surroundings: Surroundings;
  /** Other files that might have been meant. */
  readonly others: readonly string[];
}

const CONFIG = name('spec-gate.yml');

export function writeSpec({ spec, files, choice, use, because, others }: Setup): readonly Sentence[] {
  if (choice === undefined) {
    return [
      say`There is no ${names(spec)} yet: write it (a heading and a few sentences for each rule are enough), or name your spec in ${CONFIG}.`,
    ];
  }
  const used = use === 'prompt' ? wording('the system prompt itself') : wording('what models are trained towards');
  const why = because === undefined ? say`` : say`, because ${because}`;
  return [
    say`${CONFIG} guards ${names(spec)}: ${plural(choice.clauses, 'clause')}${files.length === 1 ? say`` : say` in ${plural(files.length, 'file')}`} by ${MODES[choice.mode]}${otherReadings(choice)}.`,
    ...(choice.isLump ? [lumpWarning(choice)] : []),
    say`It is taken as ${used}${why} (specUse: ${use === 'prompt' ? wording('prompt') : wording('target')}).`,
    ...(others.length === 0 ? [] : [say`Also found: ${names(others, 5)}.`]),
  ];
}

const MODES: Readonly<Record<ClauseMode, Wording>> = {
  headings: wording('headings'),
  items: wording('items'),
  paragraphs: wording('paragraphs'),
};

function otherReadings({ mode, readings }: ClauseChoice): Sentence {
  const rest = readings.filter((reading) => reading.mode !== mode);
  if (rest.length === 0) return say``;
  return say` (it would be ${listed(rest.map((reading) => say`${count(reading.clauses)} by ${MODES[reading.mode]}`))}: the option clauses)`;
}

function lumpWarning({ mode, readings, longest }: ClauseChoice): Sentence {
  const better = readings
    .filter((reading) => reading.mode !== mode)
    .sort((one, other) => one.longest - other.longest)[0];
  const way =
    better === undefined || better.longest >= longest
      ? say`give its parts headings`
      : say`clauses: ${MODES[better.mode]} would make ${count(better.clauses)} of it`;
  return say`Warning: one clause holds ${percent(longest)} of the text, so an edit anywhere in it tests everything; ${way}.`;
}

/** What is said where a config was there before. `guards` is the spec that it names; undefined where it cannot be read. */
export function writeKept(
  spec: SpecPatterns,
  {
    guards,
    isNamed,
    isGone,
  }: { readonly guards: string | undefined; readonly isNamed: boolean; readonly isGone: boolean },
): readonly Sentence[] {
  if (guards === undefined) {
    return [say`${CONFIG} was there before and is kept; it has problems that ${name('spec-gate doctor')} names.`];
  }
  const gone = isGone ? say`, which is not there` : say``;
  const kept = say`${CONFIG} was there before and is kept: it guards ${name(guards)}${gone}.`;
  const inConfig = name(spec.length === 1 ? spec[0]! : JSON.stringify(spec));
  return (isNamed || isGone) && guards !== spec.join(', ')
    ? [kept, say`To guard ${names(spec)}, set spec: ${inConfig} in it.`]
    : [kept];
}

export function writePanel({ vendors }: StarterPanel, power: Sentence): readonly Sentence[] {
  const keys = vendors.map((vendor) => name(STARTER_KEYS[vendor]));
  return [
    say`What a check can show:`,
    say`  ${power}.`,
    say`  It asks with ${listed(keys)}; models, judges and margins are yours to change in ${CONFIG}.`,
  ];
}

export function writeWorkflowsElsewhere(folder: string): readonly Sentence[] {
  return [
    say`No workflow was written: GitHub looks for them in the repository's own folder, and this is ${name(folder)}.`,
    say`Copy those you want from the package's examples/ to .github/workflows/ there, with working-directory: ${name(folder)} at the step that uses spec-gate.`,
  ];
}

/** How the script comes to run, where one was written. */
export function writeScript(workflows: readonly Workflow[]): readonly Sentence[] {
  const script = workflows.find(({ file }) => file.endsWith('.sh'));
  if (script === undefined) return [];
  return [
    say`Have your service run ${name(`bash ${script.file}`)} in its builds, with the whole history and the keys: docs/other-ci.md says for each service how.`,
  ];
}

/** What only its own people can do on GitLab; nothing elsewhere. */
export function writeGitlab(workflows: readonly Workflow[], hasPipeline: boolean): readonly Sentence[] {
  const ours = workflows.find(({ beside }) => beside !== undefined);
  if (ours?.beside === undefined) return [];
  const include = hasPipeline
    ? [say`Have ${name(ours.file)} include it: include: [{ local: ${name(ours.beside)} }]`]
    : [];
  return [
    ...include,
    say`GitLab hands keys to the jobs as CI/CD variables: add the same ones in the project's settings, masked and not protected (docs/other-ci.md).`,
  ];
}

export function writeNext(branch: string, workflows: readonly Workflow[]): readonly Sentence[] {
  const base = name(branch);
  const watches = workflows.some(({ example }) => example.startsWith('nightly'));
  return [
    say`Next:`,
    say`  1. commit these files to ${base}, and put the keys into the environment   (free)`,
    say`  2. spec-gate doctor   are keys, models and workflows as they should be?      (some cents)`,
    say`  3. edit the spec on a branch; spec-gate plan --base ${base} says what a check takes   (free)`,
    say`  4. spec-gate check --base ${base}   the verdict   (what plan said)`,
    ...(watches
      ? [
          say`  A night: spec-gate check --mode nightly   the first one is what later ones are compared with (docs/nightly.md)`,
        ]
      : []),
    say`  Queries of your own: spec-gate bank import FILE, then spec-gate bank link --plan (docs/first-bank.md)`,
  ];
}
