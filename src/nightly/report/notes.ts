// What a night says beside its verdict: what it could not compare, and what happened.
import type { LostHistory } from '../earlier-anchor.ts';
import { count, dollars, percent, plural } from '../../render/format-numbers.ts';
import { day, listed, name, names, say, wording, type Sentence } from '../../render/sentence.ts';
import type { NightEvent, NightGap } from './report.ts';

/** What could not be compared, and what to do about it: one line for all that share a reason. */
export function writeGaps(gaps: readonly NightGap[]): readonly Sentence[] {
  const lines = new Map<string, { readonly who: Sentence[]; readonly why: Sentence }>();
  for (const gap of gaps) {
    const { who, why } = describeGap(gap);
    const key = why.map(({ text }) => text).join('');
    const line = lines.get(key) ?? { who: [], why };
    lines.set(key, line);
    line.who.push(who);
  }
  return [...lines.values()].map(({ who, why }) => say`${listed(who)}: ${why}`);
}

function describeGap(gap: NightGap): { readonly who: Sentence; readonly why: Sentence } {
  switch (gap.kind) {
    case 'judge':
    case 'classifier': {
      const nothing =
        gap.kind === 'judge'
          ? say`every model or scenario has changed since`
          : say`none of them was scored on the anchor night`;
      const because = gap.of === 0 ? nothing : say`the others are not in the store, or got no reply tonight`;
      return {
        who: say`${gap.kind === 'judge' ? wording('judge') : wording('classifier')} ${name(gap.id)}`,
        why: say`${count(gap.answers)} of the anchor's ${plural(gap.of, 'answer')} could be compared (${because}). If it changed, that would look like a change of models. Keep the store between nights (${name('store: branch')} in the Action), or accept a new anchor`,
      };
    }
    case 'scores':
      return {
        who: say`rejections, disagreement and the classifier`,
        why: say`${count(gap.scored)} of ${plural(gap.of, 'answer')} could be scored, too few to compare. Alarms about them stay as they are`,
      };
    case 'model':
      return {
        who: name(gap.id),
        why: say`no answer on the anchor night to compare with. A model that is new or changed in the config is compared with its first night`,
      };
    default:
      throw new Error(`unknown gap: ${JSON.stringify(gap satisfies never)}`);
  }
}

/** Something that pages nobody and is worth a sentence. */
export function writeEvent(event: NightEvent): Sentence {
  switch (event.kind) {
    case 'renamed':
      return say`${name(event.id)} calls itself ${inFull(event.now)} now, and ${inFull(event.before)} before: its provider may have changed it. It was asked twice as much tonight`;
    case 'new-subject':
      return say`the spec, the judges, the classifier or the prompts changed since ${day(event.lastDate)}, so this night is the new anchor${event.carried === 0 ? say`` : say`; open alarms stay open until it is accepted`}. To keep the old anchor instead: where only the panel changed, ${name('spec-gate judges migrate --from OLD.yml --accept "reason"')}; where a release changed the prompts, the same with ${name('--from spec-gate.yml')}`;
    case 'not-seen-anew':
      return say`${event.id === undefined ? say`all models` : name(event.id)}: not all of the anchor's answers were ruled on again tonight, so the change may be one of judges or classifier as well as one of models`;
    case 'scored-once':
      return say`the anchor was scored once only, so it goes unnoticed if ${name(event.id)} makes more mistakes than before in both directions. The next anchor is scored twice`;
    case 'history-lost':
      return writeLost(event.lost);
    case 'shortened':
      return say`the money left for today (${dollars(event.usdLeft)}) did not pay for ${plural(event.dropped, 'scenario')} of the rotation, the part of the bank whose turn it was tonight. Raise ${name('budget.dayUsd')} or ${name('budget.usd')} to ask them too`;
    default:
      throw new Error(`unknown event: ${JSON.stringify(event satisfies never)}`);
  }
}

function inFull(ids: readonly string[]): Sentence {
  return names(ids, ids.length);
}

function writeLost({ what, why, note }: LostHistory): Sentence {
  const figures = Object.entries(note?.nonCompliance ?? {}).map(([id, share]) => say`${name(id)} ${percent(share)}`);
  const then = figures.length === 0 ? say`` : say` (non-compliance then: ${listed(figures)})`;
  const found =
    what === 'unread'
      ? say`the history of earlier nights could not be looked at: ${name(why)}`
      : say`the history of earlier nights is gone: ${note === undefined ? name(why) : say`nights were compared with the anchor of ${day(note.date)}`}${then}, and the store holds ${what === 'missing' ? wording('no night') : wording('nights, but not that one')}`;
  const back = what === 'unread' ? say`Start the run again when it can` : HISTORY_BACK;
  return say`${found}. So nothing was asked, this night is no anchor, and an open issue stays open. ${back}; or accept that today is the new normal: ${name('nightly.anchorFrom')} in the config, today or later, or ${name('accept-anchor')} where the workflow is started by hand`;
}

const HISTORY_BACK = say`Put ${name('history.jsonl')} from the artifact of an earlier night back into the store (on the branch of ${name('store: branch')}: ${name('segments/restored.history.jsonl')}), since caches are dropped after seven days without use`;
