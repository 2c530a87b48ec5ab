// Colour for the terminal, or none: what a view may ask for is what it means, not how it looks.
import { createColors } from 'picocolors';

/** Colours by meaning; each gives back the text between its codes. */
export interface Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly unsure: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const same = (text: string): string => text;
export const NO_PAINT: Paint = { good: same, bad: same, unsure: same, strong: same, faint: same };

export interface TerminalOptions {
  readonly paint?: Paint;
  /** Columns of the terminal. */
  readonly width?: number;
}

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
