// Where an answer stands within its night.

interface Placed {
  readonly scenario: string;
  readonly model: string;
  readonly draw: number;
}

/** A key: equal for the same draw of the same scenario and model, whatever the night. */
export function placeOf({ scenario, model, draw }: Placed): string {
  return `${model}\n${scenario}\n${draw}`;
}
