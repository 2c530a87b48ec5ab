// Colour for the terminal, or none: what a view may ask for is what it means, not how it looks.
import { createColors } from 'picocolors';
import type { Paint } from '../report/terminal.ts';

/** Every style as it is, or as colours where the terminal shows them. */
export function createPaint(colour: boolean): Paint {
  const colours = createColors(colour);
  return {
    strong: colours.bold,
    faint: colours.dim,
    good: colours.green,
    bad: colours.red,
    unsure: colours.yellow,
  };
}
