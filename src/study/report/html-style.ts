// What the study's page adds to the report's style sheet.

export const STUDY_STYLE = `
main.study{max-width:1180px}
.study h1{margin:2px 0 4px}.study h2{margin:48px 0 6px}.study .note{color:var(--faint);font-size:.9rem;max-width:104ch;margin:0 0 12px}
.study table{margin:0 0 10px}
.study td,.study th{padding:8px 12px;font-size:.9rem}
.study .number{white-space:nowrap}.study .range-text{display:block;font-size:.76rem;color:var(--faint)}
.study td.names code{margin-right:6px}.study .two{gap:28px}.study .two section{min-width:0}
.study .measure{width:96px;height:10px;margin:4px 0 0 auto}
.measure .track{fill:var(--soft)}.measure .fill{fill:var(--accent);opacity:.55}.measure .whisker{stroke:var(--ink);stroke-width:1.4}
.study .cards{margin-bottom:12px}.cards.two-wide{grid-template-columns:repeat(auto-fit,minmax(420px,1fr))}
.where{font-size:.84rem;color:var(--faint);margin:8px 0 0}.where code{margin-right:8px;white-space:nowrap;overflow-wrap:normal}
.bins{display:grid;grid-template-columns:minmax(130px,auto) minmax(0,1fr);gap:10px 16px;align-items:center}.bin-name{margin:0;font-size:.88rem}.bin-name .faint{display:block;font-size:.78rem}
.series-0{fill:var(--accent);background:var(--accent)}.series-1{fill:var(--unsure);background:var(--unsure)}
.types{display:grid;grid-template-columns:minmax(120px,220px) minmax(160px,1fr) 180px;gap:8px 16px;align-items:center;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 18px}
.types .stacked{height:14px;margin:0}.types .rejected{font-size:.84rem;text-align:right;font-variant-numeric:tabular-nums}
.types h3{grid-column:1/-1;margin:8px 0 0;font-size:.85rem;color:var(--faint)}.types h3:first-child{margin-top:0}
.toc{font-size:.88rem;margin:14px 0 0;display:flex;flex-wrap:wrap;gap:4px 16px}.toc a{color:var(--accent);text-decoration:none}.toc a:hover{text-decoration:underline}
details.long{margin:0 0 10px}details.long>summary{color:var(--accent);font-size:.9rem;margin-bottom:8px}
blockquote{margin:6px 0;padding-left:12px;border-left:3px solid var(--line);font-size:.88rem;white-space:pre-wrap}
@media (max-width:760px){.study td.names:last-child{min-width:24em}.bins{grid-template-columns:minmax(0,1fr);gap:2px}.bins .bin-name{margin-top:10px}.bin-name .faint{display:inline}.bins>span{display:none}.types{grid-template-columns:1fr 84px}.types .stacked{grid-column:1/-1;grid-row:auto}.study .cards{margin-bottom:12px}.cards.two-wide{grid-template-columns:minmax(0,1fr)}}
@media print{.study .scroll{overflow:visible}.study .number{white-space:normal}.study td,.study th{padding:3px 5px;font-size:.74rem}.study .measure{width:100%;max-width:72px}.types,.plot{break-inside:avoid}}
`;
