import { i as visibleText, t as clip } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { i as sha256 } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { o as joinSentence } from "./action-merge-compare-accept-report-bank-ask-check.js";
/** The most characters a name inside a sentence may take. */
const LONGEST_NAME = 400;
/** Template tag: literals are markup, strings are escaped, `undefined` is nothing. Attributes must stand in double quotes. */
function html(strings, ...values) {
	return { markup: strings.map((literal, index) => `${literal}${index < values.length ? show(values[index]) : ""}`).join("") };
}
/** Text for content and double-quoted attributes; unseen characters become visible. */
function escapeHtml(text) {
	return visibleText(text).replaceAll(/[&<>"'`]/g, (mark) => `&#${mark.codePointAt(0)};`);
}
/** A sentence: our words as text, names as code. */
function htmlSentence(sentence) {
	return { markup: joinSentence(sentence, {
		words: (text) => escapeHtml(text.replaceAll(" %", "\xA0%")),
		name: (text) => `<code>${escapeHtml(clip(text, LONGEST_NAME))}</code>`
	}) };
}
const NOTHING = { markup: "" };
function show(value) {
	if (value === void 0) return "";
	if (typeof value === "string") return escapeHtml(value);
	if (typeof value === "number") return String(value);
	return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("");
}
/**
* One self-contained HTML document. Its policy allows this style sheet and this script, by their hashes, and nothing else: even
* markup that slipped through could not act, and nothing can be sent anywhere.
*/
function renderPage({ title, style, script, kind, body }) {
	const runs = script === void 0 ? "" : ` script-src '${hashOf(script)}';`;
	return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${{ markup: `default-src 'none'; style-src '${hashOf(style)}';${runs} base-uri 'none'; form-action 'none'` }}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${{ markup: `<style>${style}</style>` }}
      </head>
      <body>
        <main class="${kind}">${body}</main>
        ${script === void 0 ? NOTHING : { markup: `<script>${script}<\/script>` }}
      </body>
    </html> `.markup;
}
/** As a content security policy names what it allows. */
function hashOf(text) {
	return `sha256-${Buffer.from(sha256(text), "hex").toString("base64")}`;
}
/** Shades from none to full. */
const SHADES = 5;
/** The class of a share from 0 to 1: `heat-0` is bare. */
function shadeClass(share) {
	return `heat-${share <= 0 ? 0 : Math.min(SHADES, Math.ceil(share * SHADES))}`;
}
/** The class of a mean score from 0 to 6: the farther from neutral, the stronger; warm where it opposes. */
function leanClass(score) {
	const shade = shadeClass((Math.abs(score - 3) - .25) / 2.75);
	return score < 3 ? `warm ${shade}` : shade;
}
const STYLE = `
:root{color-scheme:light dark;--bg:#f7f7f5;--card:#fff;--ink:#1d1f23;--faint:#656a73;--line:#e3e3de;--soft:#f0f0ec;
--good:#1b7a48;--good-soft:#e3f3ea;--bad:#bf2f2a;--bad-soft:#fbe9e7;--unsure:#8a6100;--unsure-soft:#fbf1d9;--accent:#3457c8;
--ins:#d4f0de;--del:#fbdad7}
@media (prefers-color-scheme:dark){:root{--bg:#121316;--card:#1a1c20;--ink:#e9e9e6;--faint:#9aa0aa;--line:#2d3036;--soft:#23262b;
--good:#58c88b;--good-soft:#15301f;--bad:#f2857e;--bad-soft:#3a1b1a;--unsure:#e2b64f;--unsure-soft:#332810;--accent:#8fa8ff;
--ins:#1b4430;--del:#55221f}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:1120px;margin:0 auto;padding:24px 24px 72px}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9em;overflow-wrap:anywhere}
h1{font-size:1.55rem;line-height:1.3;margin:6px 0 10px;font-weight:650;letter-spacing:-.01em}
h1 code{font-size:.86em;font-weight:550}
h2{font-size:1.05rem;margin:44px 0 12px;font-weight:650}
h3{font-size:.95rem;margin:0 0 6px;font-weight:650}
.scroll+h3{margin-top:18px}
h4{font-size:.85rem;margin:18px 0 6px;font-weight:600;color:var(--faint)}
.scenario h3{font-size:.85rem;margin:18px 0 6px;font-weight:600;color:var(--faint)}
p{margin:0 0 8px}
ul,ol{padding-left:22px;margin:8px 0}li{margin:4px 0}
.faint{color:var(--faint)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top{display:flex;flex-wrap:wrap;gap:4px 16px;justify-content:space-between;align-items:baseline;margin-bottom:16px}
.brand{font-weight:700;letter-spacing:.01em}
.sides{font-size:.9rem}.arrow{color:var(--faint);margin:0 8px}
.banner{background:repeating-linear-gradient(135deg,var(--unsure-soft) 0 14px,transparent 14px 28px),var(--card);border:1px solid var(--unsure);border-radius:10px;padding:10px 16px;margin-bottom:14px}
.verdict{background:var(--card);border:1px solid var(--line);border-left:6px solid var(--tone);border-radius:12px;padding:22px 26px 16px;overflow-wrap:break-word}
.verdict.good{--tone:var(--good)}.verdict.bad{--tone:var(--bad)}.verdict.unsure{--tone:var(--unsure)}
.word{color:var(--tone);font-weight:800;letter-spacing:.08em;font-size:.95rem;margin:0}
.detail{font-size:1.02rem}
.advice{border-left:3px solid var(--accent);padding-left:12px;margin:10px 0}
.others{margin:12px 0}
.cost{color:var(--faint);font-size:.87rem;border-top:1px solid var(--line);padding-top:12px;margin:16px 0 0}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:12px}
.models{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:12px}
.card,.clause,.scenario,.rest{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 18px;min-width:0;overflow-wrap:anywhere}
.card p:last-child{margin-bottom:0}
.place{font-size:.85rem;color:var(--faint)}
table{border-collapse:collapse;width:100%;background:var(--card);border:1px solid var(--line);border-radius:10px;border-spacing:0;overflow:hidden}
th,td{padding:10px 14px;text-align:left;vertical-align:middle;border-top:1px solid var(--line);font-weight:400}
thead th{border-top:0;font-size:.8rem;color:var(--faint);background:var(--soft)}
table+p{margin-top:14px}
tbody tr:first-child>*{border-top:1px solid var(--line)}
.endpoints tbody th{font-weight:600;white-space:nowrap}
td code,th code{overflow-wrap:anywhere}
.number{text-align:right;font-variant-numeric:tabular-nums}
.endpoints .number{white-space:nowrap}
.chart{width:210px}.chart-head{font-size:.72rem}.chart-head span:last-child{float:right}
.pill{display:inline-block;border-radius:99px;padding:1px 10px;font-size:.78rem;font-weight:600;background:var(--soft);color:var(--faint);white-space:nowrap}
.pill.name{white-space:normal;overflow-wrap:anywhere;border-radius:12px}
.pill.pass{background:var(--good-soft);color:var(--good)}.pill.fail{background:var(--bad-soft);color:var(--bad)}
.pill.inconclusive,.pill.pre-existing,.pill.unsure{background:var(--unsure-soft);color:var(--unsure)}
.status{text-align:right}
svg{display:block;max-width:100%}
.interval{width:200px;height:28px}
.axis{stroke:var(--line);stroke-width:2}.zero{stroke:var(--faint);stroke-width:1.5}
.margin{stroke:var(--accent);stroke-width:1.5;stroke-dasharray:3 3}
.interval .range,.interval .dot{fill:var(--tone)}.interval .range{opacity:.32}
.interval.good{--tone:var(--good)}.interval.bad{--tone:var(--bad)}.interval.unsure{--tone:var(--unsure)}
.dumbbell{width:100%;max-width:200px;height:20px}
.dumbbell .move{stroke:var(--tone);stroke-width:3;opacity:.5}.dumbbell .to{fill:var(--tone)}
.dumbbell .from{fill:var(--card);stroke:var(--tone);stroke-width:2}
.dumbbell.plain{--tone:var(--faint)}.dumbbell.worse{--tone:var(--bad)}.dumbbell.better{--tone:var(--good)}
.squares .bad{fill:var(--bad)}.squares .fine{fill:var(--good-soft);stroke:var(--good);stroke-width:.8}
.stacked{width:100%;height:9px;margin-top:5px;border-radius:3px}
.level-0{fill:#2b6cb0;background:#2b6cb0}.level-1{fill:#4f9bd9;background:#4f9bd9}.level-2{fill:#8cc3ee;background:#8cc3ee}
.level-3{fill:#b9b9b1;background:#b9b9b1}.level-4{fill:#f0c27a;background:#f0c27a}.level-5{fill:#dd8a3c;background:#dd8a3c}.level-6{fill:#b3541e;background:#b3541e}
.legend{font-size:.8rem;color:var(--faint);margin:8px 2px 12px}
.key{display:inline-block;width:11px;height:11px;border-radius:2px;margin:0 5px 0 10px;vertical-align:-1px}
.legend>.key:first-child{margin-left:0}
.zero-key{width:2px;background:var(--faint)}.margin-key{width:0;border-left:2px dashed var(--accent);border-radius:0}
.bad-key{background:var(--bad)}.fine-key{background:var(--good-soft);border:1px solid var(--good)}
.swatch{white-space:nowrap}.swatch .key{margin-left:4px}
.clause,.scenario,.rest{margin-bottom:10px}
.clause.bad{border-left:4px solid var(--bad)}.clause.unsure{border-left:4px solid var(--unsure)}
summary{cursor:pointer;list-style:none}summary:hover code:first-child{color:var(--accent)}summary::-webkit-details-marker{display:none}
.clause summary,.scenario>summary,div.scenario{display:grid;grid-template-columns:minmax(0,1fr) 190px 300px;gap:4px 18px;align-items:center}
.clause-name>code,.scenario-name>code{font-weight:600}
.clauses{display:block;font-size:.82rem}
.levels{font-size:.76rem;color:var(--faint);display:block}
.effect{font-size:.88rem;text-align:right}.clause.bad .effect{color:var(--bad);font-weight:600}.clause.good .effect{color:var(--good);font-weight:600}
.clause[open] summary,.scenario[open]>summary{margin-bottom:12px;padding-bottom:12px;border-bottom:1px solid var(--line)}
.clause-name,.scenario-name{position:relative;padding-left:20px}div.scenario .scenario-name{padding-left:20px}
summary .clause-name::before,summary .scenario-name::before,.rest>summary::before{content:"";position:absolute;left:2px;top:.5em;border:5px solid transparent;border-left:7px solid var(--faint);border-right:0}
.rest>summary{position:relative;padding-left:20px}
.clause[open] .clause-name::before,.scenario[open]>summary .scenario-name::before,.rest[open]>summary::before{transform:rotate(90deg)}
.rest>summary{color:var(--faint)}.rest[open]>summary{margin-bottom:12px}
summary:focus-visible{outline:2px solid var(--accent);outline-offset:4px;border-radius:4px}
.words{white-space:pre-wrap;line-height:1.75;margin:0}
ins{background:var(--ins);text-decoration:none;border-radius:3px;padding:1px 2px;box-decoration-break:clone}.legend ins,.legend del{color:var(--ink)}
del{background:var(--del);border-radius:3px;padding:1px 2px;opacity:.85}
pre{background:var(--soft);border-radius:8px;padding:12px 14px;white-space:pre-wrap;margin:0 0 10px;}
pre,.words,.asked,.judgments p,.answer p,.read-title strong,.read-body :is(p,li,h1,h2,h3,h4,td){unicode-bidi:plaintext;text-align:start}
.judgments{list-style:none;padding:0}.judgments li{border-left:2px solid var(--line);padding:2px 0 2px 14px;margin:10px 0}.judgments p{margin:4px 0 0}
.contrast{border-top:1px solid var(--line);padding-top:4px;margin-top:12px}.contrast h3{color:inherit}.contrast h3 pre{font-weight:400;margin-top:6px}.card+.rest{margin-top:10px}
.answers{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:12px}
.answer p{margin:0 0 4px}.answer{border-top:3px solid var(--faint);padding-top:8px;font-size:.9rem;min-width:0}.answer.pass{border-color:var(--good)}.answer.fail{border-color:var(--bad)}.answer.unsure{border-color:var(--unsure)}
.two{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:12px;align-items:start}
.plain{font-size:.92rem}.plain td code,.plain th code{overflow-wrap:normal}.estimate .faint{display:block;font-size:.85em}.range-text{white-space:nowrap}
.cross{width:auto}.cross thead th{vertical-align:bottom;max-width:34px}.cross thead th.corner{max-width:none;font-weight:400}
.cross thead th code{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap;max-height:220px}
.cross tbody th code{white-space:nowrap}.cross td{text-align:center;min-width:44px}
.values td{min-width:64px}.moved{font-size:.78em;white-space:nowrap}
.plot{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px 18px 8px;margin-bottom:12px}
.plot svg{width:100%;max-width:none;overflow:visible}
.plot text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--faint)}.plot .value{fill:var(--ink);font-weight:600}
.plot .grid{stroke:var(--line);stroke-width:1}.plot .whisker{stroke:var(--ink);stroke-width:1.6;opacity:.7}
.plot .dot{fill:var(--accent);fill-opacity:.45;stroke:var(--accent)}.plot .mean{stroke:var(--ink);stroke-width:2.5}
.dot-key{border-radius:50%;background:var(--accent)}.mean-key{height:3px;background:var(--ink);vertical-align:3px}
.lean-key-low{background:color-mix(in srgb,var(--bad) 46%,transparent)}.lean-key-high{background:color-mix(in srgb,var(--accent) 46%,transparent)}
.facts{width:auto}.facts code{overflow-wrap:anywhere!important}
.scroll{overflow-x:auto;border-radius:10px;margin-bottom:12px}
@media (max-width:760px){
main{padding:16px 14px 48px}h1{font-size:1.25rem}.verdict{padding:16px 18px 12px}
.two{grid-template-columns:minmax(0,1fr)}
.clause summary,.scenario>summary,div.scenario{grid-template-columns:minmax(0,1fr)}.effect{text-align:left}
.endpoints thead{display:none}.endpoints .number{white-space:normal}.endpoints tr{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);padding:12px 14px;border-top:1px solid var(--line)}
.endpoints tr:first-child{border-top:0}.endpoints th,.endpoints td{border:0!important;padding:2px 0;text-align:left}
.endpoints .status{grid-row:1;grid-column:2;text-align:right}.endpoints .chart{grid-column:1/-1;width:auto}.endpoints .interval{width:100%;height:auto}
.endpoints td:empty{display:none}.endpoints [data-label]:not(:empty)::before{content:attr(data-label) " ";color:var(--faint)}
.plain{display:block;overflow-x:auto;width:fit-content;max-width:100%}.plain td:last-child:not(.number){min-width:13em}th,td{padding:8px 10px}
.counts tbody th{min-width:8em}.counts th code{overflow-wrap:anywhere!important}.plain.counts td:last-child{min-width:0}
.endpoints .change{grid-column:1/-1}}
@page{margin:14mm 12mm}
@media print{.endpoints .change,.endpoints tbody th{white-space:normal}.endpoints .chart,.endpoints .chart-head,.chart-legend{display:none}
.clause summary,.scenario>summary,div.scenario{grid-template-columns:minmax(0,1fr) 150px 160px}th,td{padding:6px 8px;overflow-wrap:anywhere}.plain{font-size:.8rem;overflow:visible}.plain td code,.plain th code{overflow-wrap:anywhere}body{background:#fff}main{padding:0}.card,.scenario,.legend,tr,svg{break-inside:avoid}td.number,thead th{overflow-wrap:normal}h2+p,.note{break-inside:avoid}h1,h2,h3,h4,h2+p,summary,.legend,.note,thead{break-after:avoid}p{orphans:3;widows:3}}
.heat{font-variant-numeric:tabular-nums;text-align:right}
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
export { NOTHING as a, renderPage as i, leanClass as n, html as o, shadeClass as r, htmlSentence as s, STYLE as t };
