// Where an answer stands within its night.

interface Placed {
  readonly scenario: string;
  readonly model: string;
  readonly draw: number;
}

export function placeOf({ scenario, model, draw }: Placed): string {
  return `${model}\n${scenario}\n${draw}`;
}
