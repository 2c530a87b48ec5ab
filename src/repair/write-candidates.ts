// Asks writers of two vendors in turn for small edits that mend a fault, and keeps those that are edits of one clause and plain.
import { drawNumber } from '../analysis/draw-row.ts';
import type { Ask } from '../evaluation/ask.ts';
import type { EvaluatedCell } from '../evaluation/evaluate.ts';
import type { ModelRef } from '../models/model.ts';
import { joinSentence } from '../render/sentence.ts';
import { clip } from '../render/visible-text.ts';
import { writeParagraph } from '../report/messages.ts';
import { writeConversation } from '../scenarios/scenario.ts';
import type { Clause, Spec } from '../spec/clause.ts';
import { diffSpec } from '../spec/diff.ts';
import { changedSentences } from '../spec/sentences.ts';
import { shownTitle } from '../spec/shown/shown-heading.ts';
import { showText } from '../spec/shown/shown-text.ts';
import { outlineOf } from '../writing/show-spec.ts';
import { checkPatch, type CheckedPatch } from './check-patch.ts';
import { kindsFor, type EditKind } from './edit-kind.ts';
import { measureOf, type Fault } from './fault.ts';
import { trimEqual, type Patch } from './patch.ts';
import {
  clausePatchRequest,
  readClausePatch,
  type ClausePatchTask,
  type NumberedClause,
  type PatchExample,
} from './prompts/clause-patch.ts';
import { repairDigest, type RepairLimits, type RepairSubject } from './repair-subject.ts';
import type { SeenScenario } from './see-fault.ts';
import { showLines } from './show-lines.ts';

/** A writer's edit. One that was refused is shown with why, and tried no further. */
export interface Candidate {
  readonly writer: ModelRef;
  readonly kind: EditKind;
  readonly clause: string;
  readonly why: string;
  readonly patch: Patch;
  readonly checked: CheckedPatch;
}

export interface WrittenCandidates {
  readonly candidates: readonly Candidate[];
  /** The reason for each edit that was asked for and did not come. */
  readonly dropped: readonly string[];
}

/** Examples shown, and characters of each part of them: as much as shows what the judges part on. */
const EXAMPLES = 3;
const LONGEST = { question: 1500, answer: 1500, reasoning: 500 };

/** The requests, one a candidate, in the order they are numbered. `training` are the only scenarios whose texts they hold. */
export function patchTasks(
  subject: RepairSubject,
  about: { readonly fault: Fault; readonly training: readonly SeenScenario[]; readonly limits: RepairLimits },
): readonly ClausePatchTask[] {
  const { current, base, project } = subject;
  const { fault, training, limits } = about;
  const clauses = fault.clauses.flatMap((id) => numberClause(current.spec, id, base?.spec) ?? []);
  const kinds = kindsFor(fault.kind, { hasRemoved: clauses.some(({ removed }) => removed !== undefined) });
  const writers = chooseWriters(project.panel.judges);
  const examples = training.slice(0, EXAMPLES).flatMap((seen) => exampleOf(seen, fault) ?? []);
  return Array.from({ length: limits.candidates }, (_, turn): ClausePatchTask => ({
    writer: writers[turn % writers.length]!,
    fault: joinSentence(writeParagraph(fault.finding), { words: (text) => text, name: (text) => text }),
    outline: outlineOf(current.spec),
    clauses,
    examples,
    kind: kinds[turn % kinds.length]!,
    mostWords: limits.words,
    turn,
    draw: `repair:${repairDigest(subject, fault)}`,
  }));
}

/** Candidates in the order they were asked for; the same edit twice counts once. */
export async function writeCandidates(
  subject: RepairSubject,
  { tasks, limits }: { readonly tasks: readonly ClausePatchTask[]; readonly limits: RepairLimits },
  ask: Ask,
): Promise<WrittenCandidates> {
  const answers = await Promise.all(tasks.map((task) => ask(clausePatchRequest(task))));
  const candidates = new Map<string, Candidate>();
  const dropped: string[] = [];
  for (const [index, task] of tasks.entries()) {
    const answer = answers[index]!;
    const written = answer.status === 'missing' ? answer : readClausePatch(task, answer.completion);
    if (written.status !== 'written') {
      dropped.push(written.reason);
      continue;
    }
    const { kind, clause: id, from, to, lines, why } = written.value;
    const clause = subject.current.spec.clauses.find((one) => one.id === id)!;
    const patch = { file: clause.file, from, to, lines };
    const own = nameOf(subject.current.spec, patch);
    if (candidates.has(own)) {
      dropped.push('the same edit as another');
      continue;
    }
    const checked = await checkPatch(patch, { ...patchRules(subject, limits), clause });
    candidates.set(own, { writer: task.writer, kind, clause: id, why, patch, checked });
  }
  return { candidates: [...candidates.values()], dropped };
}

function patchRules({ project, current }: RepairSubject, limits: RepairLimits) {
  const { clauses: mode, ignore } = project.config;
  return { spec: current.spec, mode, ignore, mostWords: limits.words };
}

/** Two edits are the same that leave the same lines. */
function nameOf({ files }: Spec, patch: Patch): string {
  const text = files.find(({ file }) => file === patch.file)?.text ?? '';
  const { from, old, added } = trimEqual(text.split('\n'), patch);
  return JSON.stringify([patch.file, from, old.length, added]);
}

/** The first judge and one of another vendor, or the next one where there is no other. */
export function chooseWriters(judges: readonly ModelRef[]): readonly ModelRef[] {
  const [first, ...others] = judges;
  if (first === undefined) return [];
  const second = others.find(({ origin }) => origin !== first.origin) ?? others[0];
  return second === undefined ? [first] : [first, second];
}

/** The clause with its file's lines. A heading is a line of its own, and comes along so that nobody writes it twice. */
function numberClause(spec: Spec, id: string, base: Spec | undefined): NumberedClause | undefined {
  const clause = spec.clauses.find((one) => one.id === id);
  const file = clause && spec.files.find((one) => one.file === clause.file);
  if (clause === undefined || file === undefined) return undefined;
  const { start, end } = clause.lines;
  const lines = file.text.split('\n').slice(start - 1, end);
  const removed = base === undefined ? [] : removedSentences(base, spec, clause);
  return {
    id,
    title: shownTitle(clause.title),
    file: file.file,
    lines: showLines(lines, clause).map((text, index) => ({ line: start + index, text })),
    ...(removed.length > 0 && { removed: removed.map((sentence) => showText(sentence).text) }),
  };
}

function removedSentences(base: Spec, head: Spec, { id }: Clause): readonly string[] {
  const change = diffSpec(base, head).find((one) => one.id === id);
  return change?.base === undefined ? [] : changedSentences(change).base;
}

/** The answer that shows the fault most, with what each judge said of it. */
function exampleOf({ scenario, cells }: SeenScenario, fault: Fault): PatchExample | undefined {
  const { read } = measureOf(fault);
  const levelOf = (cell: EvaluatedCell): number =>
    read({ scenario: cell.scenario, draw: drawNumber(cell.draw), cells: [cell] }, 'none', cell.judgments.length) ?? 0;
  const [cell] = cells
    .filter(({ responseText }) => responseText !== undefined)
    .toSorted((a, b) => levelOf(b) - levelOf(a));
  if (cell?.responseText === undefined) return undefined;
  return {
    question: clip(showText(writeConversation(scenario.messages)).text, LONGEST.question),
    answer: clip(showText(cell.responseText).text, LONGEST.answer),
    rulings: cell.judgments.flatMap((one) =>
      one.status === 'ruled'
        ? [
            {
              ruling: one.ruling,
              clauses: one.clauses,
              reasoning: clip(showText(one.reasoning).text, LONGEST.reasoning),
            },
          ]
        : [],
    ),
  };
}
