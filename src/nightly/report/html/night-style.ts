// What a night's page adds to the report's style sheet.

export const NIGHT_STYLE = `
.night h3{margin:22px 0 8px}
.trends{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(300px,100%),1fr));gap:10px}
.trend{margin:0;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:10px 12px 6px;min-width:0}
.trend.bad{border-color:var(--bad)}.trend figcaption{font-size:.85rem;overflow-wrap:anywhere}
.trend svg{width:100%}.trend text{font:10.5px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--faint)}
.trend .now{fill:var(--ink);font-weight:650;font-size:11.5px}
.trend .grid{stroke:var(--line);stroke-width:1}.trend .line{fill:none;stroke:var(--accent);stroke-width:1.8}
.trend .dot{fill:var(--accent)}.alarm{fill:var(--bad)}
.trend .anchor{stroke:var(--faint);stroke-width:1.4;stroke-dasharray:3 3}
.anchor-key{width:0;border-left:2px dashed var(--faint);border-radius:0}
.sign{display:inline-block;width:11px;height:11px;margin:0 5px 0 10px;vertical-align:-1px}
.strips{display:grid;grid-template-columns:minmax(0,auto) auto;gap:4px 16px;align-items:center;justify-content:start;font-size:.88rem}
.strips p{margin:0;overflow-wrap:anywhere}.strips .stands{fill:var(--bad)}.strips .quiet{fill:var(--soft);stroke:var(--line);stroke-width:.6}
details.long{margin:16px 0}details.long>summary{color:var(--accent);font-size:.9rem;margin-bottom:8px}
.night td.number{white-space:nowrap}
@media (max-width:760px){.strips{grid-template-columns:minmax(0,1fr)}}
@media print{.trend{break-inside:avoid}.night td.number{white-space:normal}.night td,.night th{font-size:.72rem;padding:3px 4px}}
`;
