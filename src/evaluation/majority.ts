// The majority of a panel: how many judges it takes, and who is asked whatever the others say.
import type { Judgment } from './ruling.ts';

/** How many judges of a panel, from the first on, are asked about an answer whatever the others say. */
export function askedAnyway(judges: number, { audited }: { readonly audited: boolean }): number {
  return audited ? judges : majorityOf(judges);
}

/** Judges that must agree to decide. */
export function majorityOf(judges: number): number {
  return Math.floor(judges / 2) + 1;
}

/** Whether the majority is decided: no ruling that is still open could change it. */
export function isDecided(judgments: readonly Judgment[], panel: number): boolean {
  const ruled = judgments.flatMap((judgment) => (judgment.status === 'ruled' ? [judgment.ruling !== 'compliant'] : []));
  const against = ruled.filter(Boolean).length;
  return Math.max(against, ruled.length - against) >= majorityOf(panel);
}
