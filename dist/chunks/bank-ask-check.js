/** One line of JSON without the line end; keys in the documented order, maps by key, empty lists left out. */
function serializeScenario(scenario) {
	const [first] = scenario.messages;
	const isQuery = scenario.messages.length === 1 && first?.role === "user";
	return JSON.stringify({
		id: scenario.id,
		query: isQuery ? first.content : void 0,
		messages: isQuery ? void 0 : scenario.messages.map(({ role, content }) => ({
			role,
			content
		})),
		value1: scenario.value1,
		value2: scenario.value2,
		nudge: scenario.nudge,
		rubric1: scenario.rubric1,
		rubric2: scenario.rubric2,
		clauses: scenario.clauses.length === 0 ? void 0 : scenario.clauses,
		topics: scenario.topics.length === 0 ? void 0 : scenario.topics,
		disagreement: scenario.disagreement,
		source: scenario.source,
		group: scenario.group,
		scored: scenario.scored === void 0 ? void 0 : orderScored(scenario.scored)
	});
}
/** A whole bank file: one line a scenario, by id, so that two branches' additions merge where they belong. */
function serializeBank(scenarios) {
	return [...scenarios].sort((a, b) => a.id < b.id ? -1 : 1).map((scenario) => `${serializeScenario(scenario)}\n`).join("");
}
function orderScored({ scores, disagreements, responseTypes, expressed, compliance, provenance }) {
	return Object.fromEntries(Object.entries({
		scores,
		disagreements,
		responseTypes,
		expressed,
		compliance,
		provenance
	}).flatMap(([key, value]) => value === void 0 ? [] : [[key, sortKeys(value)]]));
}
function sortKeys(value) {
	if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
	const entries = Object.entries(value);
	return Object.fromEntries(entries.sort(([a], [b]) => a < b ? -1 : 1).map(([key, member]) => [key, sortKeys(member)]));
}
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
/** Sentences and list items in order, as one line each. */
function splitSentences(text) {
	return text.replaceAll(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1[^\S\n]*$|$(?![\s\S]))/gm, "\n\n").replaceAll(/^[^\S\n]*(?:>[^\S\n]?)+/gm, "").split(/\n[^\S\n]*\n|\n(?=[^\S\n]*(?:[-*+]|\d+[.)])[^\S\n])/).map((block) => block.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, "").replaceAll(/\s+/g, " ").trim()).flatMap((block) => block.split(SENTENCE_END).map((sentence) => sentence.trim()).filter((sentence) => /[\p{L}\p{N}]{2}/u.test(sentence)));
}
/** Who speaks in an example: `**User**`, `User:`, `_Assistant_:`. */
const SPEAKER = /^[^\S\n]*(?:[*_]{1,2}(?<marked>user|assistant|developer|system|human|model|ai|customer|agent)[*_]{1,2}|(?<plain>user|assistant|developer|system|human|model|ai|customer|agent)(?=:)|[*_]{1,2}(?<inside>user|assistant|developer|system|human|model|ai|customer|agent):[*_]{1,2})/i;
/** A text without the dialogues that it gives as examples: what is said in them asks nothing of the model. */
function withoutDialogues(text) {
	const parts = text.split(/(\n[^\S\n]*\n)/);
	const speakers = new Set(parts.flatMap((part) => speakerOf(part) ?? []));
	return parts.map((part) => {
		const isQuoted = /^[^\S\n]*>/.test(part);
		return part.split("\n").some((line) => speakerOf(line) !== void 0) && (isQuoted || speakers.size > 1) ? "" : part;
	}).join("");
}
function speakerOf(line) {
	const { marked, plain, inside } = SPEAKER.exec(line.replace(/^[^\S\n]*(?:>[^\S\n]?)+/, ""))?.groups ?? {};
	return (marked ?? plain ?? inside)?.toLowerCase();
}
/** After a full stop, a question or exclamation mark, where a new sentence begins; not after "e.g." or an initial. */
const SENTENCE_END = /(?<=[^\s.][.!?]["'”’)\]*_]*)(?<!\b(?:e\.g|i\.e|cf|etc|vs|Mr|Ms|Dr|[A-Z])\.)\s+(?=["'“‘([*_]*[\p{Lu}\p{N}])|(?<=[。！？])/u;
/** Sentences that one side has and the other has not, white space and markup aside. */
function changedSentences({ base, head }) {
	const sides = {
		base: splitSentences(base?.text ?? ""),
		head: splitSentences(head?.text ?? "")
	};
	const known = {
		base: new Set(sides.base.map(fold)),
		head: new Set(sides.head.map(fold))
	};
	return {
		base: sides.base.filter((sentence) => !known.head.has(fold(sentence))),
		head: sides.head.filter((sentence) => !known.base.has(fold(sentence)))
	};
}
function fold(sentence) {
	return sentence.replaceAll(/[*_`]/g, "").replaceAll(/\s+/g, " ").trim().toLowerCase();
}
/** A crude stem: "disclose", "disclosed" and "disclosing" are one term. */
const STEM = 6;
/** How often each term stands in a text; words of one or two letters say nothing. */
function countTerms(text) {
	const counts = /* @__PURE__ */ new Map();
	for (const word of normalizedWords(text)) {
		if (word.length < 3 && !isIdeograph(word)) continue;
		const term = word.slice(0, STEM);
		counts.set(term, (counts.get(term) ?? 0) + 1);
	}
	return counts;
}
/**
* Weighs terms by their rarity in a collection, as a vector of length 1: (1 + ln count) x ln(1 + texts / texts with the term)
* (Salton & Buckley 1988). A term that the collection lacks is as rare as one that a single text has. The collection is read
* once, and only how many of its texts have each term is kept.
*/
function createWeighing(collection) {
	const spread = /* @__PURE__ */ new Map();
	let texts = 0;
	for (const terms of collection) {
		texts += 1;
		for (const term of terms.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
	}
	return (terms) => {
		const weights = new Map([...terms].map(([term, count]) => [term, (1 + Math.log(count)) * Math.log(1 + texts / (spread.get(term) ?? 1))]));
		const length = Math.hypot(...weights.values());
		return new Map([...weights].map(([term, weight]) => [term, weight / length]));
	};
}
/** The cosine of two vectors of length 1. */
function dotTerms(a, b) {
	let sum = 0;
	for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
	return sum;
}
/**
* Dot product of row `i` of `a` and row `j` of `b`, in single precision throughout: lane `l` sums the products of the
* elements `l`, `l + 16`, ... in order, then the lanes are added pairwise. Rounding a double product or sum of singles to
* single gives exactly what a single-precision unit gives (Figueroa 1995), so `k-center-wasm.ts` has the same bits.
*/
function dotRows(a, i, b, j, dimensions) {
	const { fround } = Math;
	const lanes = /* @__PURE__ */ new Float32Array(16);
	const left = i * dimensions;
	const right = j * dimensions;
	for (let start = 0; start < dimensions; start += 16) for (let lane = 0; lane < 16; lane += 1) {
		const at = start + lane;
		lanes[lane] = lanes[lane] + fround(a[left + at] * b[right + at]);
	}
	for (let width = 8; width >= 1; width /= 2) for (let lane = 0; lane < width; lane += 1) lanes[lane] = lanes[lane] + lanes[lane + width];
	return lanes[0];
}
/**
* Euclidean distance of two unit vectors from their dot product: 0 (the same) to 2 (opposite), sqrt(2) when nothing is
* in common. Never rises when the dot product rises, also in single precision: the largest dot is the least distance.
* Example: `distanceFromDot(0)` is 1.4142135...
*/
function distanceFromDot(dot) {
	return Math.fround(Math.sqrt(Math.max(0, Math.fround(2 - 2 * dot))));
}
const I32 = 127;
const F32 = 125;
const V128 = 123;
const SIMD = 253;
/** Bytes of one step through a row: 16 numbers in four registers. */
const STEP = 64;
const ROW = 0;
const CENTER = 1;
const LEFT = 2;
const BYTES = 3;
const BEST = 4;
const OFFSET = 5;
const SUMS = [
	6,
	7,
	8,
	9
];
const ALL = 10;
const get = (local) => [32, local];
const set = (local) => [33, local];
const i32 = (value) => [65, ...signedLeb(value)];
const load = (base, offset) => [
	...get(base),
	...get(OFFSET),
	106,
	SIMD,
	0,
	4,
	offset
];
const lane = (index) => [
	...get(ALL),
	SIMD,
	31,
	index
];
const ADD_I32 = 106;
const ADD_F32 = 146;
const ADD_F32X4 = [
	SIMD,
	228,
	1
];
const MUL_F32X4 = [
	SIMD,
	230,
	1
];
const ZERO_F32X4 = [
	SIMD,
	12,
	...Array.from({ length: 16 }, () => 0)
];
const MINUS_INFINITY = [
	67,
	0,
	0,
	128,
	255
];
/** The function's instructions; the order of additions is that of `dotRows`. */
function instructions() {
	const [a, b, c, d] = SUMS;
	const clear = SUMS.flatMap((sum) => [...ZERO_F32X4, ...set(sum)]);
	const accumulate = SUMS.flatMap((sum, index) => {
		const product = [
			...load(ROW, index * 16),
			...load(CENTER, index * 16),
			...MUL_F32X4
		];
		return [
			...get(sum),
			...product,
			...ADD_F32X4,
			...set(sum)
		];
	});
	const advance = [
		...get(OFFSET),
		...i32(STEP),
		ADD_I32,
		34,
		OFFSET
	];
	const alongRow = [
		3,
		64,
		...accumulate,
		...advance,
		...get(BYTES),
		73,
		13,
		0,
		11
	];
	const addRegisters = [
		...get(a),
		...get(c),
		...ADD_F32X4,
		...get(b),
		...get(d),
		...ADD_F32X4,
		...ADD_F32X4,
		...set(ALL)
	];
	const addLanes = [
		...lane(0),
		...lane(2),
		ADD_F32,
		...lane(1),
		...lane(3),
		ADD_F32,
		ADD_F32
	];
	const keepLargest = [
		...get(BEST),
		...addRegisters,
		...addLanes,
		151,
		...set(BEST)
	];
	const nextCenter = [
		...get(CENTER),
		...get(BYTES),
		ADD_I32,
		...set(CENTER),
		...get(LEFT),
		...i32(-1),
		ADD_I32,
		34,
		LEFT
	];
	return [
		...[
			...MINUS_INFINITY,
			...set(BEST),
			3,
			64,
			...clear,
			...i32(0),
			...set(OFFSET)
		],
		...alongRow,
		...keepLargest,
		...nextCenter,
		13,
		0,
		11,
		...get(BEST),
		11
	];
}
/** The module: it imports a memory as `env.memory` and exports `nearestDot`. */
function assemble() {
	const body = [...[
		4,
		1,
		F32,
		1,
		I32,
		SUMS.length,
		V128,
		1,
		V128
	], ...instructions()];
	const encoded = [
		[1, [
			1,
			96,
			4,
			I32,
			I32,
			I32,
			I32,
			1,
			F32
		]],
		[2, [
			1,
			...text("env"),
			...text("memory"),
			2,
			0,
			0
		]],
		[3, [1, 0]],
		[7, [
			1,
			...text("nearestDot"),
			0,
			0
		]],
		[10, [
			1,
			...leb(body.length),
			...body
		]]
	].flatMap(([id, content]) => [
		id,
		...leb(content.length),
		...content
	]);
	return Uint8Array.from([
		0,
		97,
		115,
		109,
		1,
		0,
		0,
		0,
		...encoded
	]);
}
/** Compiles the kernel for one memory; takes about a millisecond. */
function createDotKernel(memory) {
	return new WebAssembly.Instance(new WebAssembly.Module(assemble()), { env: { memory } }).exports["nearestDot"];
}
function text(value) {
	return [value.length, ...new TextEncoder().encode(value)];
}
/** Unsigned LEB128. */
function leb(value) {
	return value < 128 ? [value] : [value & 127 | 128, ...leb(value >>> 7)];
}
function signedLeb(value) {
	const low = value & 127;
	const rest = value >> 7;
	return rest === 0 && (low & 64) === 0 || rest === -1 && (low & 64) !== 0 ? [low] : [low | 128, ...signedLeb(rest)];
}
const PAGE = 65536;
/**
* Room for `count` vectors (to be written through `values`) and `size` centers: 1 KiB each at 256 dimensions.
* @throws RangeError beyond 4 GiB.
*/
function allocateVectors(shape) {
	const dimensions = Math.ceil(shape.dimensions / 16) * 16;
	const size = Math.min(shape.size, shape.count);
	const pages = Math.max(1, Math.ceil((shape.count + size) * dimensions * 4 / PAGE));
	const memory = new WebAssembly.Memory({
		initial: pages,
		maximum: pages
	});
	return {
		memory,
		values: new Float32Array(memory.buffer, 0, shape.count * dimensions),
		count: shape.count,
		dimensions,
		size
	};
}
/** 4 GiB, reserved and not used before it is grown into. */
const MOST_PAGES = 65536;
/** Pages grown by at least: 4 MiB. */
const GROWTH = 64;
/** Vectors that come one after another, how many is not known before: in place, without a copy. @throws RangeError beyond 4 GiB. */
function growVectors(length) {
	const dimensions = Math.ceil(length / 16) * 16;
	const memory = new WebAssembly.Memory({
		initial: GROWTH,
		maximum: MOST_PAGES
	});
	let values = new Float32Array(memory.buffer);
	let count = 0;
	const makeRoom = (rows) => {
		const lacking = Math.ceil((rows * dimensions * 4 - values.byteLength) / PAGE);
		if (lacking <= 0) return;
		const pages = values.byteLength / PAGE;
		memory.grow(Math.min(Math.max(lacking, GROWTH), Math.max(lacking, MOST_PAGES - pages)));
		values = new Float32Array(memory.buffer);
	};
	return {
		add: (vector) => {
			if (vector.length !== length) throw new RangeError(`a vector of ${vector.length} dimensions, not ${length}`);
			makeRoom(count + 1);
			const place = values.subarray(count * dimensions, count * dimensions + length);
			place.set(vector);
			normalize(place);
			count += 1;
		},
		finish: (order, wanted) => {
			const size = Math.min(wanted, count);
			makeRoom(count + size);
			const own = new Float32Array(memory.buffer, 0, count * dimensions);
			reorderRows(own, order, dimensions);
			return {
				memory,
				values: own,
				count,
				dimensions,
				size
			};
		}
	};
}
/** Row by row along the circles of the permutation, so that one row of room is enough. */
function reorderRows(values, order, dimensions) {
	const rowAt = (row) => values.subarray(row * dimensions, (row + 1) * dimensions);
	const isDone = new Uint8Array(order.length);
	for (let first = 0; first < order.length; first += 1) {
		if (isDone[first] === 1 || order[first] === first) continue;
		const held = rowAt(first).slice();
		let row = first;
		for (let from = order[row]; from !== first; from = order[row]) {
			rowAt(row).set(rowAt(from));
			isDone[row] = 1;
			row = from;
		}
		rowAt(row).set(held);
		isDone[row] = 1;
	}
}
/** Address of a center, in bytes. */
function centerAddress({ count, dimensions }, index) {
	return (count + index) * dimensions * 4;
}
/** Puts row `row` in the place of center `index`. */
function publishCenter(vectors, index, row) {
	const { memory, values, dimensions } = vectors;
	new Float32Array(memory.buffer, centerAddress(vectors, index), dimensions).set(values.subarray(row * dimensions, (row + 1) * dimensions));
}
/**
* Half the texts with every fifth word taken out are nearer than 0.53 to themselves, the nudged rewrites of one query at
* 0.7 to 1, and no two of 250 real queries nearer than 1.06. (The study cuts at 0.4, on embeddings.)
*/
const lexicalMeasure = {
	dimensions: 256,
	near: .6,
	vectorOf: (scenario) => lexicalVector(scenarioText(scenario))
};
/** One row a scenario, in order, with room for `size` centers. */
function vectorize(scenarios, measure, size) {
	return fillTable(vectorsOf(scenarios, measure), {
		count: scenarios.length,
		dimensions: measure.dimensions,
		size
	});
}
function* vectorsOf(scenarios, measure) {
	for (const scenario of scenarios) yield {
		id: scenario.id,
		vector: measure.vectorOf(scenario)
	};
}
/** The same from vectors that are there. */
function tableOf(rows, { dimensions, size }) {
	return fillTable(rows, {
		count: rows.length,
		dimensions,
		size
	});
}
function fillTable(rows, shape) {
	const table = allocateVectors(shape);
	let row = 0;
	for (const { id, vector } of rows) {
		if (vector.length !== shape.dimensions) throw new RangeError(`"${id}" has ${vector.length} dimensions, not ${shape.dimensions}`);
		const place = table.values.subarray(row * table.dimensions, row * table.dimensions + vector.length);
		place.set(vector);
		normalize(place);
		row += 1;
	}
	return table;
}
/**
* Words that bind wherever they stand in a sentence. RFC 2119's, and what specs of model behaviour say instead. A list and
* not a judgement: `spec-gate coverage` shows the word beside each sentence, so that everybody sees what was counted.
*/
const BINDING_WORDS = [
	"must",
	"shall",
	"should",
	"shouldn't",
	"mustn't",
	"ought to",
	"never",
	"always",
	"may not",
	"cannot",
	"can't",
	"do not",
	"don't",
	"does not",
	"need to",
	"needs to",
	"is expected to",
	"are expected to",
	"is required",
	"are required",
	"is prohibited",
	"are prohibited",
	"is not allowed",
	"are not allowed",
	"is not permitted"
];
/** Verbs that, as the first word of a sentence, make it an instruction. */
const IMPERATIVE_VERBS = [
	"accept",
	"acknowledge",
	"act",
	"adapt",
	"address",
	"adopt",
	"answer",
	"ask",
	"assume",
	"avoid",
	"balance",
	"be",
	"cite",
	"clarify",
	"comply",
	"consider",
	"decline",
	"defer",
	"describe",
	"discourage",
	"encourage",
	"ensure",
	"err",
	"explain",
	"express",
	"favor",
	"favour",
	"flag",
	"focus",
	"follow",
	"give",
	"help",
	"honor",
	"honour",
	"ignore",
	"include",
	"keep",
	"leave",
	"let",
	"list",
	"maintain",
	"make",
	"mention",
	"name",
	"obey",
	"offer",
	"omit",
	"prefer",
	"present",
	"prioritize",
	"prioritise",
	"protect",
	"provide",
	"put",
	"quote",
	"recommend",
	"refer",
	"refrain",
	"refuse",
	"reply",
	"report",
	"respect",
	"respond",
	"return",
	"reveal",
	"say",
	"show",
	"state",
	"stay",
	"stop",
	"suggest",
	"support",
	"take",
	"tell",
	"treat",
	"try",
	"use",
	"verify",
	"warn",
	"weigh",
	"write"
];
const BINDING = new RegExp(String.raw`(?<![\p{L}'])(?:${BINDING_WORDS.join("|")})(?![\p{L}'])`, "iu");
const IMPERATIVE = new Set(IMPERATIVE_VERBS);
/**
* Sentences outside of examples that demand something: what somebody says, in a dialogue or in quotation marks, demands nothing. A clause in which no sentence holds a word of the lists (another
* language, a bare rule such as "Short answers.") counts as one demand as a whole, so that none is lost.
*/
function listDemands(text) {
	const sentences = splitSentences(withoutDialogues(text));
	const unsaid = withoutSpeech(sentences);
	const marked = sentences.flatMap((sentence, index) => {
		const by = markOf(unsaid[index]);
		return by === void 0 ? [] : [{
			text: sentence,
			by
		}];
	});
	if (marked.length > 0) return marked;
	const all = splitSentences(text);
	return all.length === 0 ? [] : [{
		text: all.join(" "),
		by: "whole clause"
	}];
}
/** Longer than this between two quotation marks is no speech: one of the marks was meant otherwise. */
const LONGEST_SPEECH = 600;
const SPEECH = new RegExp(String.raw`“[^“”]{1,${LONGEST_SPEECH}}”|(?<![^\s(\n])"[^"]{1,${LONGEST_SPEECH}}"(?![\p{L}\p{N}])`, "gu");
/** The same sentences with speech blanked, which may go over several of them. */
function withoutSpeech(sentences) {
	const blank = (speech) => speech.replaceAll(/[^\n]/g, " ");
	return sentences.join("\n").replaceAll(SPEECH, blank).split("\n");
}
function markOf(sentence) {
	const binding = BINDING.exec(sentence.replaceAll("’", "'"))?.[0].toLowerCase();
	if (binding !== void 0) return binding;
	const first = /^[^\p{L}]*([\p{L}]+)/u.exec(sentence)?.[1]?.toLowerCase();
	return first !== void 0 && IMPERATIVE.has(first) ? first : void 0;
}
export { normalize as _, centerAddress as a, serializeBank as b, createDotKernel as c, countTerms as d, createWeighing as f, lexicalVector as g, cosineSimilarity as h, vectorize as i, distanceFromDot as l, changedSentences as m, lexicalMeasure as n, growVectors as o, dotTerms as p, tableOf as r, publishCenter as s, listDemands as t, dotRows as u, scenarioText as v, serializeScenario as x, normalizedWords as y };
