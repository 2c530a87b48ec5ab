// The anchor's answers as tonight's judges and classifier see them, where they were asked again.
import type { AnchorCells } from './anchor.ts';
import type { MetricRule } from './metrics.ts';
import { placeOf } from './place.ts';
import type { RejudgedCell } from './record.ts';
import type { SeenCell } from './rows.ts';

/**
 * `first`: as they were seen on their own night; `either`: tonight's word where there is one; `anew`: tonight's word alone,
 * since whoever gave the first one has changed.
 */
export type View = 'first' | 'either' | 'anew';

/** Which rulings and scores are used. */
export type Views = Readonly<Record<MetricRule['seenBy'], View>>;

export interface SeenAnchor {
  readonly cells: readonly SeenCell[];
  /** Whether tonight's judges (and classifier) saw all of them. */
  readonly anew: boolean;
}

export type RejudgedAnchor = (anchor: AnchorCells, views: Views) => SeenAnchor;

/**
 * The anchor as seen first, as seen tonight (`anew`: what was not seen again is missing), or tonight where there is one
 * (`either`), chosen for judges and the classifier on their own.
 */
export function createRejudgedAnchor(rejudged: readonly RejudgedCell[]): RejudgedAnchor {
  const known = new Map(rejudged.map((cell) => [`${cell.from}\n${placeOf(cell)}`, cell]));
  return ({ date, cells }, views) => {
    let anew = true;
    const seen = cells.map((cell): SeenCell => {
      const again = known.get(`${date}\n${placeOf(cell)}`);
      if (again === undefined) anew = false;
      const { scenario, model, draw } = cell;
      const ruled = { first: cell, either: again ?? cell, anew: again ?? NOTHING }[views.judges];
      const scored = { first: cell, either: again ?? cell, anew: again ?? NOTHING }[views.classifier];
      return { scenario, model, draw, against: ruled.against, type: scored.type, scores: scored.scores };
    });
    return { cells: seen, anew };
  };
}

const NOTHING: Pick<SeenCell, 'against' | 'type' | 'scores'> = { against: 'missing' };
