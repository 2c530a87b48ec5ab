// What the bank's page adds to the report's style sheet.

export const BANK_STYLE = `
.bank h2 .faint{font-weight:400;font-size:.9rem;margin-left:6px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px;margin-top:18px}
.tile p{margin:0;font-size:.82rem}.tile .figure{font-size:1.5rem;font-weight:650;line-height:1.35;font-variant-numeric:tabular-nums}
.figure.unsure{color:var(--unsure)}
.plot{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px 18px 4px}
.plot svg{width:100%;height:auto}.plot text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--faint);text-anchor:middle}
.plot .value{fill:var(--ink);font-weight:600}.plot .floor{stroke:var(--line);stroke-width:1.5}
.bank .high{fill:var(--accent)}.bank .low{fill:var(--accent);opacity:.4}.bank .unscored{fill:var(--unsure);opacity:.55}
.cover{list-style:none;padding:0;margin:12px 0;display:grid;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:6px}
.cover li{margin:0;display:flex;justify-content:space-between;gap:10px;align-items:baseline;border-radius:6px;padding:6px 11px;border:1px solid var(--line);min-width:0}
.cover span{font-variant-numeric:tabular-nums;font-weight:600;white-space:nowrap}
.cover-0{background:var(--unsure-soft);border-color:var(--unsure)!important}.cover-0 span{color:var(--unsure)}
.cover-1{background:color-mix(in srgb,var(--accent) 7%,var(--card))}.cover-2{background:color-mix(in srgb,var(--accent) 15%,var(--card))}
.cover-3{background:color-mix(in srgb,var(--accent) 24%,var(--card))}.cover-4{background:color-mix(in srgb,var(--accent) 34%,var(--card))}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:0 32px;align-items:start}
.bars{list-style:none;padding:0;margin:0}
.bars li{display:grid;grid-template-columns:minmax(0,11em) minmax(60px,1fr) 4.5em;gap:12px;align-items:center;font-size:.9rem;margin:5px 0}
@media (max-width:760px){.plot{padding:10px 8px 2px}.plot text{font-size:21px}}
.bars .name{overflow-wrap:anywhere}.bars svg{width:100%;height:9px;border-radius:3px}
`;
