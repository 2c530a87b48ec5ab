// What may follow a check of the Action before its verdict is published: other wings' work on the same change.
import type { ActionContext } from '../../context/action-context.ts';
import type { ActionRun } from '../../context/open-action-run.ts';
import type { Suggestion } from '../../io/github/suggestion.ts';
import type { Section } from '../../render/fit-sections.ts';
import type { Project } from '../../run/load-project.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';
import type { NamedReport } from '../run-change.ts';
import type { PreparedCheck } from '../change/prepare-check.ts';
import type { ChangeEvent } from './change-event.ts';

export interface CheckedChange {
  readonly context: ActionContext;
  readonly change: ChangeEvent;
  readonly ends: ChangeEnds;
  readonly project: Project;
  /** Of the specs, where they were compared. */
  readonly prepared: PreparedCheck | undefined;
  readonly reports: readonly NamedReport[];
  /** Opens another run on the same store, under a project's own budget. */
  readonly openAgain: ActionRun['openAgain'];
  readonly folder: string;
}

/** What it adds to the comment, and a change that it suggests on the pull request's lines. */
export interface AfterCheck {
  readonly sections: readonly Section[];
  readonly suggestion?: Suggestion;
}

export type AfterCheckOf = (checked: CheckedChange) => Promise<AfterCheck | undefined>;
