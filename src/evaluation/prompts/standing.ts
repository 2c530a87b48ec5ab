// A judge's or classifier's own standing instructions: they come before the gate's, which therefore have the last word.
import type { ModelRef } from '../../models/model.ts';

/** The system prompt of a judge or classifier. Two judges of one model differ by it. */
export function withStanding({ system }: ModelRef, instructions: string): string {
  return system === undefined || system === '' ? instructions : `${system}\n\n${instructions}`;
}
