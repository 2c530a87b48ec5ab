// What is to be mended, and under which text and policy.
import { sha256 } from '../core/canonical-json.ts';
import { compareSpecs } from '../evaluation/create-comparison.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import { comparisonRules, type SpecSide } from '../gate/change/prepare-check.ts';
import type { Project } from '../run/load-project.ts';
import { diffSpec } from '../spec/diff.ts';
import type { Spec } from '../spec/clause.ts';
import { faultId, type Fault } from './fault.ts';

export interface RepairSubject {
  readonly project: Project;
  /** The text with the fault. */
  readonly current: SpecSide;
  /** Where the text belongs to a pull request: what that started from. A repair of it has to pass against this. */
  readonly base?: SpecSide;
  readonly faults: readonly Fault[];
}

export interface RepairLimits {
  /** Edits asked for, a fault. */
  readonly candidates: number;
  /** The most words an edit may take out and put in. */
  readonly words: number;
}

/** Names the samples of one fault: what writers write of it, and the fresh draws that their edits are tested on. */
export function repairDigest({ project, current, base }: RepairSubject, fault: Fault): string {
  const parts = [current.spec.hash, base?.spec.hash ?? '', project.policyHash, faultId(fault)];
  return sha256(parts.join('\n')).slice(0, 16);
}

/** Two texts under the project's policy and panel. */
export function compareTexts(project: Project, base: Spec, head: Spec): Comparison {
  const changes = diffSpec(base, head);
  return compareSpecs({ base, head, changes, models: project.panel.models }, comparisonRules(project));
}

/**
 * The text as it is against an edit of it. All edits of a fault are compared with the same draws of the text as it is, which
 * are answered once; every judge is asked, so that what is said of a panel is said of all of it.
 */
export function compareWithEdit(subject: RepairSubject, fault: Fault, edited: Spec): Comparison {
  const { project, current } = subject;
  return { ...compareTexts(project, current.spec, edited), digest: repairDigest(subject, fault), auditShare: 1 };
}
