const IDEOGRAPH = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const WORD = new RegExp(String.raw`${IDEOGRAPH}|(?:(?!${IDEOGRAPH})[\p{L}\p{M}\p{N}])+`, "gu");
const STARTS_IDEOGRAPH = new RegExp(`^${IDEOGRAPH}`, "u");
/** Lower-case runs of letters and digits; in scripts without spaces every character is a word. */
function normalizedWords(text) {
	return text.normalize("NFKC").toLowerCase().match(WORD) ?? [];
}
/** Whether a word is one character that carries meaning by itself. */
function isIdeograph(word) {
	return STARTS_IDEOGRAPH.test(word);
}
/** Letters in an n-gram: long enough to be telling, short enough to survive inflection and small misspellings. */
const GRAM = 4;
/** Words this long count fully; shorter ones are mostly grammar, so their weight falls with the square of their length. */
const FULL_LENGTH = 6;
/**
* A unit vector (all zero for a text without letters or digits) of `dimensions` numbers. Features are hashed with a sign
* (Weinberger et al. 2009, "Feature hashing for large scale multitask learning"), counts dampened by a square root.
* The same text gives the same vector everywhere; no corpus is involved, so one more scenario changes no distance.
*/
function lexicalVector(text, dimensions = 256) {
	const vector = new Float32Array(dimensions);
	let previous = 0;
	for (const word of normalizedWords(text)) {
		const weight = isIdeograph(word) ? 1 : Math.min(1, (word.length / FULL_LENGTH) ** 2);
		const whole = hashRange(word, 0, word.length, 0);
		addFeature(vector, whole, weight);
		if (previous !== 0) addFeature(vector, Math.imul(previous, 31) ^ whole, weight / 2);
		for (let start = 0; start + GRAM <= word.length; start += 1) addFeature(vector, hashRange(word, start, start + GRAM, 1), weight / 4);
		previous = whole;
	}
	for (const [index, sum] of vector.entries()) vector[index] = Math.sign(sum) * Math.sqrt(Math.abs(sum));
	return normalize(vector);
}
/** What a scenario says, as one text: its turns in order. */
function scenarioText(scenario) {
	return scenario.messages.map((message) => message.content).join("\n");
}
/** Scales a vector to length 1 in place; a zero vector stays, and one of length 1 keeps its bits. */
function normalize(vector) {
	let squares = 0;
	for (const value of vector) squares += value * value;
	if (squares === 0 || Math.abs(squares - 1) < 1e-6) return vector;
	const scale = 1 / Math.sqrt(squares);
	for (const [index, value] of vector.entries()) vector[index] = value * scale;
	return vector;
}
/** Cosine of the angle between two unit vectors of one length: 1 for the same direction, 0 for nothing in common. */
function cosineSimilarity(a, b) {
	let sum = 0;
	for (let index = 0; index < a.length; index += 1) sum += a[index] * b[index];
	return sum;
}
function addFeature(vector, hash, weight) {
	const mixed = mix(hash);
	const index = (mixed >>> 1) % vector.length;
	vector[index] = vector[index] + ((mixed & 1) === 0 ? weight : -weight);
}
/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo). */
function hashRange(text, start, end, salt) {
	let hash = 2166136261 ^ salt;
	for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
	return hash;
}
/** The finalizer of MurmurHash3: every input bit moves every output bit. */
function mix(hash) {
	let h = hash;
	h = Math.imul(h ^ h >>> 16, 2246822507);
	h = Math.imul(h ^ h >>> 13, 3266489909);
	return (h ^ h >>> 16) >>> 0;
}
export { isIdeograph as a, scenarioText as i, lexicalVector as n, normalizedWords as o, normalize as r, cosineSimilarity as t };
