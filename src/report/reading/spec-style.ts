// How the spec looks where it is read; colours come from the page's own style sheet.

export const SPEC_STYLE = `
.read{border:1px solid var(--line);border-left:3px solid var(--line);border-radius:8px;background:var(--card);margin:0 0 6px;scroll-margin:12px}
.read>summary{display:flex;flex-wrap:wrap;gap:4px 16px;justify-content:space-between;align-items:baseline;padding:9px 16px}
.read-title{position:relative;padding-left:18px;overflow-wrap:anywhere}.read-title>code{font-size:.78em}
.read-title::before{content:"";position:absolute;left:0;top:.45em;border:5px solid transparent;border-left:7px solid var(--faint);border-right:0}
.read[open]>summary .read-title::before{transform:rotate(90deg)}
.read-about{display:flex;flex-wrap:wrap;gap:2px 12px;align-items:baseline;font-size:.84rem}
.read.changed{border-left-color:var(--accent)}.read.bad{border-left-color:var(--bad)}.read.good{border-left-color:var(--good)}
.read.bad .effect{color:var(--bad);font-weight:600}.read.good .effect{color:var(--good);font-weight:600}
.read.removed .read-title strong,.read.removed .read-body{text-decoration:line-through}
.read.bare{border-left-style:dashed;border-left-color:var(--unsure)}
.read-body{padding:2px 20px 14px;border-top:1px solid var(--line);overflow-wrap:anywhere;scroll-margin-top:70px}
.read-body>*{max-width:82ch}.read-body>:first-child{margin-top:8px}.read-body p{margin:0 0 10px}.read-body a{color:var(--accent)}
.read-body blockquote{margin:8px 0;padding:2px 0 2px 14px;border-left:3px solid var(--line)}
.read-body pre{white-space:pre-wrap}.read-body hr{border:0;border-top:1px solid var(--line)}.read-body table{margin:0 0 10px}
.leads-out{border-bottom:1px dotted var(--faint)}.raw{color:var(--faint)}
.untested{border-left:3px solid var(--unsure);padding-left:12px;font-size:.9rem}.untested p{margin:0;font-weight:600;color:var(--unsure)}
.grouping{font-weight:650;margin:16px 0 6px}
.depth-2{margin-left:14px}.depth-3{margin-left:28px}.depth-4{margin-left:42px}
@media (max-width:760px){.depth-2,.depth-3,.depth-4{margin-left:0}.read>summary{padding:9px 12px}.read-body{padding:2px 14px 12px}}
`;
