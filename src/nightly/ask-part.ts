// One machine's part of a night: it asks and judges what the night will ask for certain, and decides nothing.
import { UserError } from '../core/errors.ts';
import { whereDefined } from '../core/where-defined.ts';
import type { Count } from '../evaluation/tally.ts';
import { count, plural } from '../render/format-numbers.ts';
import { plainText } from '../render/plain-text.ts';
import { day, say } from '../render/sentence.ts';
import { writeStop } from '../report/stop-words.ts';
import type { Project } from '../run/load-project.ts';
import type { Run } from '../run/open-run.ts';
import type { Stop } from '../run/stop.ts';
import { namePanel } from '../run/name-panel.ts';
import { nameSplit } from '../scenarios/shard-set.ts';
import type { Shard } from '../scenarios/shard.ts';
import { findLostHistory } from './earlier-anchor.ts';
import { openNight, type NightOptions } from './open.ts';

export interface NightPart extends Shard {
  readonly schema: 'spec-gate/night-part@1';
  readonly date: string;
  /** Ids of this part's scenarios, and how many the whole night has. */
  readonly scenarios: readonly string[];
  readonly whole: number;
  /** Names what was split. */
  readonly subject: string;
  readonly made: Count;
  readonly stored: number;
  /** Why it ended before everything was asked. */
  readonly stopped?: Stop['kind'];
}

/**
 * What looks changed is asked a second time by the run that decides: only it knows.
 * @throws UserError where the history of the nights is lost: the night itself would then ask nobody.
 */
export async function askNightPart(
  project: Project,
  run: Run,
  options: NightOptions & { readonly shard: Shard },
): Promise<NightPart> {
  const { own, set, night, models, first, seenAgain, subject, accepted, baseline } = openNight(project, run, options);
  const { date, earlier, history, shard } = options;
  const lost = earlier && findLostHistory(earlier, { history, subject, known: baseline });
  if (accepted === undefined && lost !== undefined) {
    throw new UserError({
      message: `the history of the nights is missing (${lost.why}), so no part of this night is asked`,
    });
  }
  await night.ask(models, { from: 1, to: first });
  await night.rejudge(seenAgain);
  const all = [...set.sentinels, ...set.rotation];
  return {
    schema: 'spec-gate/night-part@1',
    date,
    ...shard,
    scenarios: own.map(({ id }) => id),
    whole: all.length,
    subject: nameSplit(
      all.map(({ id }) => id),
      namePanel(project, options.spec),
    ),
    made: run.tally.made(),
    stored: run.tally.stored(),
    ...whereDefined({ stopped: run.stopped()?.kind }),
  };
}

/** Ends with a line feed. */
export function renderNightPart({ date, number, of, scenarios, whole, made, stored, stopped }: NightPart): string {
  const part = say`Part ${count(number)} of ${count(of)} of the night of ${day(date)}`;
  const sentences = [
    say`${part}: ${count(scenarios.length)} of ${plural(whole, 'scenario')} asked (${plural(made.calls, 'call')} made, ${count(stored)} stored).`,
    ...(stopped === undefined
      ? []
      : [say`It was stopped before its end (${writeStop(stopped)}); run it again to go on.`]),
    say`The night without --shard, on the stores of all parts, asks for the rest and decides.`,
  ];
  return sentences.map((sentence) => `${plainText(sentence)}\n`).join('');
}
