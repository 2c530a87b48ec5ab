// Whether the history that a night is held against is all there: an anchor that was lost is never replaced in silence.
import type { AnchoredNights } from './decision/anchor.ts';
import type { HistoryRecord, NightRecord } from './decision/record.ts';
import { digestAnchor, type AnchorNote } from './io/anchor-note.ts';

/** What is known, beside the history, of an anchor before tonight. */
export type EarlierAnchor =
  | { readonly kind: 'none' }
  | { readonly kind: 'noted'; readonly note: AnchorNote }
  /** There were nights, but no note of their anchor counts. `where` says what shows it. */
  | { readonly kind: 'trace'; readonly where: string }
  /** It cannot be told. */
  | { readonly kind: 'unknown'; readonly why: string };

export interface LostHistory {
  /** `missing`: no night at all; `anchor`: nights, but not the anchor that was noted; `unread`: nobody could look. */
  readonly what: 'missing' | 'anchor' | 'unread';
  /** What shows it, in words. */
  readonly why: string;
  readonly note?: AnchorNote;
}

export interface HistoryAtHand {
  readonly history: readonly HistoryRecord[];
  readonly subject: string;
  readonly known: AnchoredNights | undefined;
}

/** What is lost of the history, or undefined where the anchor is there, or where there was none. */
export function findLostHistory(earlier: EarlierAnchor, at: HistoryAtHand): LostHistory | undefined {
  const { history, known, subject } = at;
  switch (earlier.kind) {
    case 'none':
      return undefined;
    case 'unknown':
      return history.length > 0 ? undefined : { what: 'unread', why: earlier.why };
    case 'trace':
      return history.length > 0 ? undefined : { what: 'missing', why: earlier.where };
    case 'noted': {
      const { note } = earlier;
      const nights = history.map((line) => (line.kind === 'night' ? line : line.night));
      if (note.subject !== subject) {
        // Another spec or panel: its nights only tell that the history is the one that was noted.
        return nights.some((night) => night.subject === note.subject) ? undefined : lost(note, nights);
      }
      const moved = known?.accepted !== undefined && known.anchor.date > note.date;
      const anchor = known?.anchor ?? nights.find(({ date, subject: of }) => of === subject && date === note.date);
      return moved || (anchor !== undefined && digestAnchor(anchor) === note.digest) ? undefined : lost(note, nights);
    }
    default:
      throw new Error(`unknown: ${JSON.stringify(earlier satisfies never)}`);
  }
}

function lost(note: AnchorNote, nights: readonly NightRecord[]): LostHistory {
  return {
    what: nights.length === 0 ? 'missing' : 'anchor',
    why: `nights were held against the anchor of ${note.date}`,
    note,
  };
}

/** The day of the anchor before tonight, as far as it is known: an acceptance in the config must be later than it. */
export function earlierDate(earlier: EarlierAnchor, { date }: { readonly date: string }): string | undefined {
  switch (earlier.kind) {
    case 'none':
      return undefined;
    case 'noted':
      return earlier.note.date;
    case 'trace':
    case 'unknown':
      // Any day before today may have been accepted already, so only today is news.
      return dayBefore(date);
    default:
      throw new Error(`unknown: ${JSON.stringify(earlier satisfies never)}`);
  }
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
