import { f as plural, l as dollars, s as count } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as NO_PAINT } from "./compare-diff-report-bank-check.js";
import { a as inRow, c as name, d as wording, r as asFullSentence, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { t as breakCommands } from "./commands-action-compare-diff-report-bank-ask-check.js";
import { i as visibleText } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as wrapText } from "./compare-report-bank-ask-check.js";
import { E as writeStop } from "./ask.js";
import { r as writeMessage } from "./action-accept-report-ask-check.js";
import { a as writeFaultGround, c as writeTurned, i as writeFall, l as bestOf, o as writeGrounds, r as STATUSES, s as writeOrigin, u as editsOf } from "./write-repair.js";
/** Text that ends with a line feed. */
function renderRepair({ report, page }, { paint = NO_PAINT, width = 100 } = {}) {
	const sheet = {
		paint,
		width: Math.max(60, Math.min(width, 120))
	};
	return `${[
		headLines(report, sheet),
		...report.faults.flatMap((fault, index) => faultBlocks(fault, {
			index,
			sheet
		})),
		[nextLine(report), `Open    ${page}`]
	].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function headLines(report, { paint }) {
	const edits = editsOf(report);
	const found = edits.filter(({ status }) => status === "repair").length;
	const { usd, calls } = report.needed;
	const cost = usd === "unknown" || usd === 0 ? plural(calls, "answer") : `${plural(calls, "answer")}, ${dollars(usd)}`;
	const parts = [
		plural(report.faults.length, "fault"),
		plural(edits.length, "edit"),
		plural(found, "repair"),
		cost
	];
	const label = report.simulated ? "  (simulated)" : "";
	const stopped = report.stopped === void 0 ? [] : [paint.unsure(plainText(say`The run ended early (${writeStop(report.stopped)}): run it again to go on.`))];
	return [`${paint.strong("Repair")}  ${parts.join(" · ")}${label}`, ...stopped];
}
function faultBlocks(fault, { index, sheet }) {
	const { paint, width } = sheet;
	const says = plainText(asFullSentence(writeMessage(fault.finding).says));
	const head = wrapText(says, width - 10).map((line, at) => at === 0 ? paint.strong(`Fault ${String(index + 1).padEnd(2)}  ${line}`) : `${" ".repeat(10)}${paint.strong(line)}`);
	const ground = [plainText(asFullSentence(writeFaultGround(fault))), `What must fall: ${fault.measure}.`];
	const dropped = fault.dropped.map(({ reason, count: times }) => plainText(say`${plural(times, "edit")} could not be used: ${name(reason)}`));
	const lines = [...ground, ...dropped].flatMap((text) => wrapText(text, width - 10)).map((line) => `${" ".repeat(10)}${line}`);
	return [[...head, ...lines], ...fault.edits.map((edit) => editLines(edit, sheet))];
}
function editLines(edit, { paint, width }) {
	const { word, tone } = STATUSES[edit.status];
	const room = width - 8;
	const indented = (text) => wrapText(text, room).map((line) => `${" ".repeat(8)}${line}`);
	const fall = edit.fall === void 0 ? [] : indented(plainText(writeFall(edit.fall)));
	const turned = inRow((edit.turned ?? []).map(writeTurned), wording("; "));
	return [
		`  ${`#${edit.number}`.padEnd(5)} ${paint[tone](word)}  ${plainText(writeOrigin(edit))}`,
		...fall,
		...writeGrounds(edit).flatMap((ground) => indented(plainText(asFullSentence(ground)))),
		...turned.length === 0 ? [] : indented(plainText(say`Rulings that turn: ${turned}.`)),
		...edit.status === "refused" ? [] : diffLines(edit.diff, paint)
	];
}
/** The patch with invisible characters shown as escapes. Refused patches are in repair.json only. */
function diffLines(diff, paint) {
	return breakCommands(visibleText(diff)).trimEnd().split("\n").map((line) => {
		const painted = /^(?:---|\+\+\+|@@)/.test(line) ? paint.faint(line) : line.startsWith("+") ? paint.good(line) : line.startsWith("-") ? paint.bad(line) : line;
		return `${" ".repeat(8)}${painted}`.trimEnd();
	});
}
function nextLine(report) {
	const best = bestOf(report);
	if (report.faults.length === 0) return plainText(say`Nothing was found that an edit of the text could mend.`);
	const next = best === void 0 ? say`no edit mends it: read above what each of them broke, write one by hand, and ask spec-gate check` : say`a person reads it; then the same command with --apply ${count(best.number)} writes it to the working tree`;
	return `Next    ${plainText(next)}`;
}
export { renderRepair as n, diffLines as t };
