// How the list of scenarios looks; colours come from the page's own style sheet.

export const EXPLORER_STYLE = `
.filters{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:end;margin-bottom:10px}
.filters label{display:grid;gap:2px;font-size:.78rem;color:var(--faint);min-width:0}
.filters .search{flex:1 1 260px}
.filters input,.filters select,.filters button,.more{font:inherit;font-size:.9rem;color:var(--ink);background:var(--card);border:1px solid var(--faint);border-radius:7px;padding:6px 9px;max-width:100%}
.filters select{max-width:15em}
.filters button,.more{cursor:pointer}.more{display:block;margin:12px auto;padding:8px 18px}
.list{list-style:none;padding:0;margin:0}
.found{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:0 0 8px;scroll-margin:12px}
.found.current{border-color:var(--accent);box-shadow:0 0 0 1px var(--accent)}
.found-head{all:unset;box-sizing:border-box;display:grid;grid-template-columns:minmax(0,1fr) auto 170px;gap:2px 18px;align-items:center;width:100%;padding:12px 18px;cursor:pointer}
.found-head:focus-visible,.filters :focus-visible,.more:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:8px}
.asked{font-weight:600;grid-column:1;overflow:hidden;text-overflow:ellipsis;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow-wrap:anywhere}
.about{grid-column:1;font-size:.82rem;overflow-wrap:anywhere}
.found-head .squares{grid-column:2;grid-row:1/3}.found-head .effect{grid-column:3;grid-row:1/3}
.effect.worse{color:var(--bad);font-weight:600}.effect.better{color:var(--good);font-weight:600}
.square.fail{fill:var(--bad)}.square.pass{fill:var(--good-soft);stroke:var(--good);stroke-width:.8}.square.unsure{fill:none;stroke:var(--faint);stroke-dasharray:2 2}
.found-body{padding:4px 18px 16px;border-top:1px solid var(--line);overflow-wrap:anywhere}
.found-body a{color:var(--accent)}
.strips{display:grid;grid-template-columns:repeat(auto-fit,minmax(260px,1fr));gap:4px 24px;max-width:760px}
.strip{margin:8px 0}.strip figcaption{font-size:.82rem;color:var(--faint)}
.strip svg{width:100%;max-width:360px}.tick{fill:var(--faint);font-size:10px}
.strip .dot{stroke:var(--accent);stroke-width:1.5;fill:var(--card)}.strip .dot.head{fill:var(--accent)}
.model-answer{border-top:1px solid var(--line);margin-top:14px}
.found-body h3{font-size:.85rem;margin:18px 0 6px;color:var(--faint)}.model-answer h3{color:var(--ink);font-weight:500}
.sides-pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(300px,100%),1fr));gap:14px}
.side{border-top:3px solid var(--faint);padding-top:6px;min-width:0;font-size:.9rem}
.side.pass{border-color:var(--good)}.side.fail{border-color:var(--bad)}.side.unsure{border-color:var(--unsure)}
.side h4{margin:0 0 6px;font-size:.8rem;font-weight:600}
@media (max-width:760px){.found-head{grid-template-columns:minmax(0,1fr)}.found-head .squares,.found-head .effect{grid-column:1;grid-row:auto;text-align:left}}
@media (scripting:none){.filters,.more,.keys{display:none}}
@media print{.filters,.more,.keys{display:none}.found{break-inside:avoid-page}.list{break-before:avoid}pre{max-height:none;overflow:visible}}
`;
