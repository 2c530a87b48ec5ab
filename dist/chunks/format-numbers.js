const RULES = new Intl.PluralRules("en");
/** The form alone: `pluralForm(1, 'is', 'are')` -> `is`. */
function pluralForm(value, one, other) {
	return RULES.select(value) === "one" ? one : other;
}
/** A share: 0.3125 -> `31 %`; below 10 % one decimal where it says something: 0.024 -> `2.4 %`. */
function percent(share) {
	return `${number(share * 100)} %`;
}
/** A change of shares in points, signed: 0.17 -> `+17`, -0.004 -> `−0.4`. */
function signedPoints(change) {
	return signed(change, number(Math.abs(change) * 100));
}
/** A change of shares in points without a plus: 0.05 -> `5`. */
function points(change) {
	return number(change * 100);
}
/** An interval of a change of shares in points: [0.08, 0.26] -> `8 to 26`. No change of shares is beyond 100. */
function pointsRange([low, high]) {
	return `${points(Math.max(-1, low))} to ${points(Math.min(1, high))}`;
}
/** A statistic: 1.0234 -> `1.02`. */
function decimal(value) {
	const rounded = Math.abs(value).toFixed(2);
	return value < 0 && rounded !== "0.00" ? `−${rounded}` : rounded;
}
/** A change of a statistic, signed: 0.291 -> `+0.29`. */
function signedDecimal(value) {
	return signed(value, Math.abs(value).toFixed(2));
}
/** A p value: 0.0021 -> `0.002`, 0.0000004 -> `< 0.001`. */
function pValue(p) {
	return p < .001 ? "< 0.001" : p.toFixed(p < .1 ? 3 : 2);
}
/** A p value for people who read none elsewhere: 0.0002 -> `chance alone would do this less than once in 1,000 times (p < 0.001)`. */
function byChance(p) {
	return `chance alone would do this ${p < .001 ? "less than once in 1,000 times" : p < .1 ? `about once in ${count(Number((1 / p).toPrecision(2)))} times` : `about ${count(p * 100)} times in 100`} (p ${pValue(p)})`;
}
/** A number that somebody set, as they would write it: 1.5 -> `1.5`. */
function asSet(value) {
	return String(value);
}
/** A whole number with thousands separators: 1152 -> `1,152`. */
function count(value) {
	return String(Math.round(value)).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
/** Dollars: 1.9 -> `$1.90`, 0.004 -> `under $0.01`. */
function dollars(usd) {
	if (usd > 0 && usd < .01) return "under $0.01";
	const [whole, cents] = usd.toFixed(2).split(".");
	return `$${count(Number(whole))}.${cents}`;
}
/** `1 scenario`, `1,152 scenarios`. */
function plural(value, singular, many = `${singular}s`) {
	return `${count(value)} ${pluralForm(value, singular, many)}`;
}
function number(value) {
	const size = Math.abs(value);
	const digits = size < 9.95 ? size.toFixed(1).replace(/\.0$/, "") : size.toFixed(0);
	return value < 0 && digits !== "0" ? `−${digits}` : digits;
}
function signed(value, size) {
	return Number(size) === 0 ? "0" : `${value < 0 ? "−" : "+"}${size}`;
}
export { dollars as a, plural as c, signedDecimal as d, signedPoints as f, decimal as i, points as l, byChance as n, pValue as o, pluralForm as p, count as r, percent as s, asSet as t, pointsRange as u };
