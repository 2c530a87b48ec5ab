// Outcomes in whichever of the three forms a file has, told by its content.
import { importInspect, type InspectOptions } from './import-inspect.ts';
import { importPromptfoo } from './import-promptfoo.ts';
import type { OutcomeRows } from './outcome-row.ts';
import { parseOutcomeRows } from './parse-outcome-rows.ts';

/** A JSON object with `results` is promptfoo's, one with `samples` Inspect's; anything else is read as lines of outcomes. */
export function readOutcomes(file: string, text: string, options: InspectOptions = {}): OutcomeRows {
  const whole = parseObject(text);
  if (whole !== undefined && 'results' in whole) return importPromptfoo(file, text);
  if (whole !== undefined && 'samples' in whole) return importInspect(file, text, options);
  return parseOutcomeRows(file, text);
}

/** Undefined for lines: two or more are no JSON. */
function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
