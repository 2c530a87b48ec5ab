// Cells that are read by their shade.

/** Shades from none to full. */
const SHADES = 5;

/** The class of a share from 0 to 1: `heat-0` is bare. */
export function shadeClass(share: number): `heat-${number}` {
  return `heat-${share <= 0 ? 0 : Math.min(SHADES, Math.ceil(share * SHADES))}`;
}

/** The class of a mean score from 0 to 6: the farther from neutral, the stronger; warm where it opposes. */
export function leanClass(score: number): string {
  const shade = shadeClass((Math.abs(score - 3) - 0.25) / 2.75);
  return score < 3 ? `warm ${shade}` : shade;
}

export const HEAT_STYLE = `.heat{font-variant-numeric:tabular-nums;text-align:right}
.heat-0{background:transparent;color:var(--faint)}
.heat-1{background:color-mix(in srgb,var(--accent) 8%,transparent)}.heat-2{background:color-mix(in srgb,var(--accent) 18%,transparent)}
.heat-3{background:color-mix(in srgb,var(--accent) 30%,transparent)}.heat-4{background:color-mix(in srgb,var(--accent) 44%,transparent)}
.heat-5{background:color-mix(in srgb,var(--accent) 60%,transparent)}
.warm.heat-1{background:color-mix(in srgb,var(--bad) 10%,transparent)}.warm.heat-2{background:color-mix(in srgb,var(--bad) 20%,transparent)}
.warm.heat-3{background:color-mix(in srgb,var(--bad) 32%,transparent)}.warm.heat-4{background:color-mix(in srgb,var(--bad) 46%,transparent)}
.warm.heat-5{background:color-mix(in srgb,var(--bad) 62%,transparent)}
@media (prefers-color-scheme:dark){.heat-4{background:color-mix(in srgb,var(--accent) 38%,transparent)}.heat-5{background:color-mix(in srgb,var(--accent) 46%,transparent)}
.warm.heat-4{background:color-mix(in srgb,var(--bad) 38%,transparent)}.warm.heat-5{background:color-mix(in srgb,var(--bad) 46%,transparent)}}
`;
