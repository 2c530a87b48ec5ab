import { C as rendersAlike, D as withoutStruck, S as shownTitle, T as trimBlank, b as numberOf, w as showText, x as showTitle } from "./diff-bank-ask-check.js";
import { n as isGlobal } from "./diff-report-bank-ask-check.js";
/** Scripts written without spaces between words count letter by letter. */
const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";
/** One word, for `matchAll`. */
const WORD = new RegExp(`[A-Za-z0-9_]+(?![A-Za-z0-9_\\u0080-\\u{10FFFF}])|[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}_])+`, "gu");
const TOKEN = new RegExp(`${WORD.source}|\\s+|[^]`, "gu");
/** All of a text as words, runs of white space and single other characters. */
function tokenize$1(text) {
	return text.match(TOKEN) ?? [];
}
/** Of the words of a text, each as often as it stands there, the share that another text still has; 1 where there are none. */
function shareOfWordsKept(before, after) {
	const left = /* @__PURE__ */ new Map();
	for (const [word] of after.toLowerCase().matchAll(WORD)) left.set(word, (left.get(word) ?? 0) + 1);
	const words = [...before.toLowerCase().matchAll(WORD)];
	const kept = words.filter(([word]) => {
		const more = left.get(word) ?? 0;
		left.set(word, more - 1);
		return more > 0;
	});
	return words.length === 0 ? 1 : kept.length / words.length;
}
/** Shown under the id given: that of the base on both arms, so that another id alone changes nothing. */
function showClause(clause, id) {
	const authority = clause.attributes["authority"];
	return {
		id,
		title: shownTitle(clause.title),
		path: clause.ancestors.map(shownTitle),
		...authority !== void 0 && { authority: showText(authority).text },
		text: shownBody(clause)
	};
}
/**
* The text without what is struck out and an item's own number, which says only where the item stands. Spaces of the same width take its
* place, so that what is indented below it stays so.
*/
function shownBody({ text, kind }) {
	const shown = trimBlank(withoutStruck(showText(text).text).text);
	if (kind !== "item") return shown;
	return shown.replace(ITEM_NUMBER, (_, indent, number, sign) => {
		return `${indent}1${sign}${" ".repeat(number.length - 1)}`;
	});
}
const ITEM_NUMBER = /^(\s*)(\d{1,3})([.)])/;
/**
* Whether a clause that moved changed its place among what is numbered: there the order may be an order of precedence. An item's number is
* where it stands, whatever is written; a heading that takes its number along stands where it stood by its number.
*/
function isReordered(base, head) {
	if (base.kind === "item" || head.kind === "item") return ITEM_NUMBER.test(base.text) && ITEM_NUMBER.test(head.text);
	const [before, after] = [numberOf(base.title), numberOf(head.title)];
	return before !== void 0 && after !== void 0 && before !== after;
}
/** Whether judges read the same in both, but for wrapping and the like; headings above and attributes aside. */
function readsTheSame(base, head) {
	if (base.title === head.title && base.text === head.text && base.kind === head.kind) return true;
	return shownTitle(base.title) === shownTitle(head.title) && rendersAlike(shownBody(base), shownBody(head));
}
/** The headings above as judges are shown them, as one text. */
function shownPathOf(clause) {
	return clause.ancestors.map(shownTitle).join(" › ");
}
/** Whether an attribute stands in a prompt, or decides which prompts the clause stands in. */
function isShownAttribute(name) {
	return name === "authority" || name === "scope";
}
function hiddenIn({ title, text }) {
	const [above, below] = [showTitle(title), showText(text)];
	return {
		comments: [...above.comments, ...below.comments],
		invisible: above.invisible + below.invisible,
		struck: withoutStruck(below.text).struck
	};
}
/** Whether judges read it with every scenario, linked or not. */
function isShownAlways(clause) {
	return isGlobal(clause) && clause.kind !== "grouping";
}
/**
* The head clauses that moved, given every pair of a base clause and what it became. Order is compared among siblings
* and by the longest increasing subsequence, so that a section moved with its content, or one clause carried past ten
* others, is one move. A retitled section does not move the clauses in it.
*/
function findMoves(bases, heads, pairs) {
	const became = new Map(pairs.map(({ base, head }) => [base, head]));
	const parentInBase = findParents(bases);
	const parentInHead = findParents(heads);
	const position = new Map(bases.map((clause, index) => [clause, index]));
	const was = new Map(pairs.map(({ base, head }) => [head, base]));
	const moved = /* @__PURE__ */ new Set();
	const families = /* @__PURE__ */ new Map();
	for (const head of heads) {
		const base = was.get(head);
		if (base === void 0) continue;
		const now = parentInHead.get(head);
		const before = parentInBase.get(base);
		const stayed = typeof before === "string" ? before === now : became.get(before) === now;
		const family = families.get(now);
		if (!stayed) moved.add(head);
		else if (family === void 0) families.set(now, [head]);
		else family.push(head);
	}
	for (const siblings of families.values()) {
		const inOrder = longestIncreasing(siblings.map((head) => position.get(was.get(head))));
		siblings.forEach((head, index) => {
			if (!inOrder.has(index)) moved.add(head);
		});
	}
	return moved;
}
function findParents(clauses) {
	const latest = /* @__PURE__ */ new Map();
	const parents = /* @__PURE__ */ new Map();
	for (const clause of clauses) {
		const path = JSON.stringify(clause.ancestors.map(shownTitle));
		parents.set(clause, latest.get(path) ?? path);
		latest.set(JSON.stringify([...clause.ancestors, clause.title].map(shownTitle)), clause);
	}
	return parents;
}
/** Indices of a longest strictly increasing subsequence (Schensted 1961; n log n): `[2, 0, 1]` gives `{1, 2}`. */
function longestIncreasing(values) {
	const tails = [];
	const previous = [];
	values.forEach((value, index) => {
		let low = 0;
		let high = tails.length;
		while (low < high) {
			const middle = low + high >> 1;
			if (values[tails[middle]] < value) low = middle + 1;
			else high = middle;
		}
		previous[index] = low > 0 ? tails[low - 1] : -1;
		tails[low] = index;
	});
	const members = /* @__PURE__ */ new Set();
	for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]) members.add(index);
	return members;
}
/**
* The set of neighbouring word pairs of title and text, each padded at both ends so that one word counts too. Pairs, not
* words: unrelated clauses of one document share about 30 % of their words, but under 2 % of their pairs.
*/
function wordPairs(clause) {
	const pairs = /* @__PURE__ */ new Set();
	for (const part of [clause.title, clause.text]) {
		let previous = "";
		for (const [word] of part.toLowerCase().matchAll(WORD)) {
			pairs.add(`${previous} ${word}`);
			previous = word;
		}
		if (previous !== "") pairs.add(`${previous} `);
	}
	return pairs;
}
/** Twice the shared members over all members (Dice 1945): `{a, b}` and `{b, c}` give 0.5. Two empty sets give 0. */
function diceCoefficient(left, right) {
	const [small, large] = left.size <= right.size ? [left, right] : [right, left];
	if (large.size === 0) return 0;
	let shared = 0;
	for (const member of small) if (large.has(member)) shared += 1;
	return 2 * shared / (left.size + right.size);
}
/**
* From this similarity on a clause counts as renamed rather than removed and added. In the Model Spec's largest rewrite
* (2025-04-11 to 2025-09-12) the four true renames, all heavily edited, have 0.53 to 0.85; the most alike pair that is
* none, which shares an example that was moved, has 0.27. The floor is the middle of that gap.
*/
const FLOOR = .4;
/** A word pair that more clauses share than this is a common phrase: it proposes no candidates. Keeps the search linear. */
const COMMON = 32;
/** Candidates compared in full for each new clause, those that share most first. */
const CANDIDATES = 8;
/** Pairs clauses whose ids are only in base with clauses whose ids are only in head. Ties go to the earlier clause. */
function findRenames(gone, come) {
	const takenBase = /* @__PURE__ */ new Set();
	const takenHead = /* @__PURE__ */ new Set();
	const renames = [];
	const take = (base, head) => {
		if (takenBase.has(base) || takenHead.has(head)) return;
		takenBase.add(base);
		takenHead.add(head);
		renames.push({
			base: gone[base],
			head: come[head]
		});
	};
	pairUnchanged(gone, come, take);
	const scored = scoreCandidates(gone, come, {
		takenBase,
		takenHead
	});
	scored.sort((one, other) => other.score - one.score || one.head - other.head || one.base - other.base);
	for (const { base, head } of scored) take(base, head);
	return renames;
}
/** Same words, another id: nothing to weigh. */
function pairUnchanged(gone, come, take) {
	const wording = ({ title, text }) => JSON.stringify([shownTitle(title), text]);
	const waiting = /* @__PURE__ */ new Map();
	for (let base = gone.length - 1; base >= 0; base -= 1) {
		const key = wording(gone[base]);
		const queue = waiting.get(key);
		if (queue === void 0) waiting.set(key, [base]);
		else queue.push(base);
	}
	come.forEach((clause, head) => {
		const base = waiting.get(wording(clause))?.pop();
		if (base !== void 0) take(base, head);
	});
}
function scoreCandidates(gone, come, taken) {
	const pairsOf = gone.map((clause, base) => taken.takenBase.has(base) ? /* @__PURE__ */ new Set() : wordPairs(clause));
	const holders = indexPairs(pairsOf);
	const sameText = indexTexts(gone, taken.takenBase);
	return come.flatMap((clause, head) => {
		if (taken.takenHead.has(head)) return [];
		const pairs = wordPairs(clause);
		return [.../* @__PURE__ */ new Set([...sameText.get(clause.text) ?? [], ...mostShared(pairs, holders)])].flatMap((base) => {
			const score = diceCoefficient(pairsOf[base], pairs);
			return score >= FLOOR ? [{
				base,
				head,
				score
			}] : [];
		});
	});
}
function indexPairs(pairsOf) {
	const holders = /* @__PURE__ */ new Map();
	pairsOf.forEach((pairs, base) => {
		for (const pair of pairs) {
			const list = holders.get(pair);
			if (list === void 0) holders.set(pair, [base]);
			else if (list.length <= COMMON) list.push(base);
		}
	});
	return holders;
}
/** Of a text that stood under another title. In a spec of few different words every word pair is common, and proposes nothing. */
function indexTexts(gone, taken) {
	const holders = /* @__PURE__ */ new Map();
	for (const [base, { text }] of gone.entries()) {
		if (text === "" || taken.has(base)) continue;
		const list = holders.get(text) ?? [];
		if (list.length < CANDIDATES) holders.set(text, [...list, base]);
	}
	return holders;
}
function mostShared(pairs, holders) {
	const shared = /* @__PURE__ */ new Map();
	for (const pair of pairs) {
		const list = holders.get(pair) ?? [];
		if (list.length > COMMON) continue;
		for (const base of list) shared.set(base, (shared.get(base) ?? 0) + 1);
	}
	return [...shared].sort(([one, count], [other, otherCount]) => otherCount - count || one - other).slice(0, CANDIDATES).map(([base]) => base);
}
var Diff = class {
	diff(oldStr, newStr, options = {}) {
		let callback;
		if (typeof options === "function") {
			callback = options;
			options = {};
		} else if ("callback" in options) callback = options.callback;
		const oldString = this.castInput(oldStr, options);
		const newString = this.castInput(newStr, options);
		const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
		const newTokens = this.removeEmpty(this.tokenize(newString, options));
		return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
	}
	diffWithOptionsObj(oldTokens, newTokens, options, callback) {
		var _a;
		const done = (value) => {
			value = this.postProcess(value, options);
			if (callback) {
				setTimeout(function() {
					callback(value);
				}, 0);
				return;
			} else return value;
		};
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let editLength = 1;
		let maxEditLength = newLen + oldLen;
		if (options.maxEditLength != null) maxEditLength = Math.min(maxEditLength, options.maxEditLength);
		const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
		const abortAfterTimestamp = Date.now() + maxExecutionTime;
		const bestPath = [{
			oldPos: -1,
			lastComponent: void 0
		}];
		let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
		if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
		let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
		const execEditLength = () => {
			for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
				let basePath;
				const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
				if (removePath) bestPath[diagonalPath - 1] = void 0;
				let canAdd = false;
				if (addPath) {
					const addPathNewPos = addPath.oldPos - diagonalPath;
					canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
				}
				const canRemove = removePath && removePath.oldPos + 1 < oldLen;
				if (!canAdd && !canRemove) {
					bestPath[diagonalPath] = void 0;
					continue;
				}
				if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) basePath = this.addToPath(addPath, true, false, 0, options);
				else basePath = this.addToPath(removePath, false, true, 1, options);
				newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
				if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
				else {
					bestPath[diagonalPath] = basePath;
					if (basePath.oldPos + 1 >= oldLen) maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
					if (newPos + 1 >= newLen) minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
				}
			}
			editLength++;
		};
		if (callback) (function exec() {
			setTimeout(function() {
				if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) return callback(void 0);
				if (!execEditLength()) exec();
			}, 0);
		})();
		else while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
			const ret = execEditLength();
			if (ret) return ret;
		}
	}
	addToPath(path, added, removed, oldPosInc, options) {
		const last = path.lastComponent;
		if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: last.count + 1,
				added,
				removed,
				previousComponent: last.previousComponent
			}
		};
		else return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: 1,
				added,
				removed,
				previousComponent: last
			}
		};
	}
	extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
		while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
			newPos++;
			oldPos++;
			commonCount++;
			if (options.oneChangePerToken) basePath.lastComponent = {
				count: 1,
				previousComponent: basePath.lastComponent,
				added: false,
				removed: false
			};
		}
		if (commonCount && !options.oneChangePerToken) basePath.lastComponent = {
			count: commonCount,
			previousComponent: basePath.lastComponent,
			added: false,
			removed: false
		};
		basePath.oldPos = oldPos;
		return newPos;
	}
	equals(left, right, options) {
		if (options.comparator) return options.comparator(left, right);
		else return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
	}
	removeEmpty(array) {
		const ret = [];
		for (let i = 0; i < array.length; i++) if (array[i]) ret.push(array[i]);
		return ret;
	}
	castInput(value, options) {
		return value;
	}
	tokenize(value, options) {
		return Array.from(value);
	}
	join(chars) {
		return chars.join("");
	}
	postProcess(changeObjects, options) {
		return changeObjects;
	}
	get useLongestToken() {
		return false;
	}
	buildValues(lastComponent, newTokens, oldTokens) {
		const components = [];
		let nextComponent;
		while (lastComponent) {
			components.push(lastComponent);
			nextComponent = lastComponent.previousComponent;
			delete lastComponent.previousComponent;
			lastComponent = nextComponent;
		}
		components.reverse();
		const componentLen = components.length;
		let componentPos = 0, newPos = 0, oldPos = 0;
		for (; componentPos < componentLen; componentPos++) {
			const component = components[componentPos];
			if (!component.removed) {
				if (!component.added && this.useLongestToken) {
					let value = newTokens.slice(newPos, newPos + component.count);
					value = value.map(function(value, i) {
						const oldValue = oldTokens[oldPos + i];
						return oldValue.length > value.length ? oldValue : value;
					});
					component.value = this.join(value);
				} else component.value = this.join(newTokens.slice(newPos, newPos + component.count));
				newPos += component.count;
				if (!component.added) oldPos += component.count;
			} else {
				component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
				oldPos += component.count;
			}
		}
		return components;
	}
};
var CharacterDiff = class extends Diff {};
new CharacterDiff();
function longestCommonPrefix(str1, str2) {
	let i = 0;
	for (; i < str1.length && i < str2.length; i++) if (str1[i] != str2[i]) return str1.slice(0, i);
	return str1.slice(0, i);
}
function longestCommonSuffix(str1, str2) {
	let i;
	if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) return "";
	for (i = 0; i < str1.length && i < str2.length; i++) if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) return str1.slice(-i);
	return str1.slice(-i);
}
function replacePrefix(string, oldPrefix, newPrefix) {
	if (string.slice(0, oldPrefix.length) != oldPrefix) throw Error(`string ${JSON.stringify(string)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);
	return newPrefix + string.slice(oldPrefix.length);
}
function replaceSuffix(string, oldSuffix, newSuffix) {
	if (!oldSuffix) return string + newSuffix;
	if (string.slice(-oldSuffix.length) != oldSuffix) throw Error(`string ${JSON.stringify(string)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);
	return string.slice(0, -oldSuffix.length) + newSuffix;
}
function removePrefix(string, oldPrefix) {
	return replacePrefix(string, oldPrefix, "");
}
function removeSuffix(string, oldSuffix) {
	return replaceSuffix(string, oldSuffix, "");
}
function maximumOverlap(string1, string2) {
	return string2.slice(0, overlapCount(string1, string2));
}
function overlapCount(a, b) {
	let startA = 0;
	if (a.length > b.length) startA = a.length - b.length;
	let endB = b.length;
	if (a.length < b.length) endB = a.length;
	const map = Array(endB);
	let k = 0;
	map[0] = 0;
	for (let j = 1; j < endB; j++) {
		if (b[j] == b[k]) map[j] = map[k];
		else map[j] = k;
		while (k > 0 && b[j] != b[k]) k = map[k];
		if (b[j] == b[k]) k++;
	}
	k = 0;
	for (let i = startA; i < a.length; i++) {
		while (k > 0 && a[i] != b[k]) k = map[k];
		if (a[i] == b[k]) k++;
	}
	return k;
}
/**
* Split a string into segments using a word segmenter, merging consecutive
* segments if they are both whitespace segments. Whitespace segments can
* appear adjacent to one another for two reasons:
* - newlines always get their own segment
* - where a diacritic is attached to a whitespace character in the text, the
*   segment ends after the diacritic, so e.g. " \u0300 " becomes two segments.
* This function therefore runs the segmenter's .segment() method and then
* merges consecutive segments of whitespace into a single part.
*/
function segment(string, segmenter) {
	const parts = [];
	for (const segmentObj of Array.from(segmenter.segment(string))) {
		const segment = segmentObj.segment;
		if (parts.length && /\s/.test(parts[parts.length - 1]) && /\s/.test(segment)) parts[parts.length - 1] += segment;
		else parts.push(segment);
	}
	return parts;
}
function trailingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[1];
	let i;
	for (i = string.length - 1; i >= 0; i--) if (!string[i].match(/\s/)) break;
	return string.substring(i + 1);
}
function leadingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[0];
	const match = string.match(/^\s*/);
	return match ? match[0] : "";
}
function leadingAndTrailingWs(string, segmenter) {
	if (!segmenter) return [leadingWs(string), trailingWs(string)];
	if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
	const segments = segment(string, segmenter);
	const firstSeg = segments[0];
	const lastSeg = segments[segments.length - 1];
	return [/\s/.test(firstSeg) ? firstSeg : "", /\s/.test(lastSeg) ? lastSeg : ""];
}
const extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}";
const tokenizeIncludingWhitespace = new RegExp(`[${extendedWordChars}]+|\\s+|[^${extendedWordChars}]`, "ug");
var WordDiff = class extends Diff {
	equals(left, right, options) {
		if (options.ignoreCase) {
			left = left.toLowerCase();
			right = right.toLowerCase();
		}
		return left.trim() === right.trim();
	}
	tokenize(value, options = {}) {
		let parts;
		if (options.intlSegmenter) {
			const segmenter = options.intlSegmenter;
			if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
			parts = segment(value, segmenter);
		} else parts = value.match(tokenizeIncludingWhitespace) || [];
		const tokens = [];
		let prevPart = null;
		parts.forEach((part) => {
			if (/\s/.test(part)) {
				if (prevPart == null) tokens.push(part);
				else tokens.push(tokens.pop() + part);
			} else if (prevPart != null && /\s/.test(prevPart)) {
				if (tokens[tokens.length - 1] == prevPart) tokens.push(tokens.pop() + part);
				else tokens.push(prevPart + part);
			} else tokens.push(part);
			prevPart = part;
		});
		return tokens;
	}
	join(tokens) {
		return tokens.map((token, i) => {
			if (i == 0) return token;
			else return token.replace(/^\s+/, "");
		}).join("");
	}
	postProcess(changes, options) {
		if (!changes || options.oneChangePerToken) return changes;
		let lastKeep = null;
		let insertion = null;
		let deletion = null;
		changes.forEach((change) => {
			if (change.added) insertion = change;
			else if (change.removed) deletion = change;
			else {
				if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change, options.intlSegmenter);
				lastKeep = change;
				insertion = null;
				deletion = null;
			}
		});
		if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options.intlSegmenter);
		return changes;
	}
};
new WordDiff();
function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {
	if (deletion && insertion) {
		const [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter);
		const [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);
		if (startKeep) {
			const commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);
			startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix);
			deletion.value = removePrefix(deletion.value, commonWsPrefix);
			insertion.value = removePrefix(insertion.value, commonWsPrefix);
		}
		if (endKeep) {
			const commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);
			endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix);
			deletion.value = removeSuffix(deletion.value, commonWsSuffix);
			insertion.value = removeSuffix(insertion.value, commonWsSuffix);
		}
	} else if (insertion) {
		if (startKeep) {
			const ws = leadingWs(insertion.value, segmenter);
			insertion.value = insertion.value.substring(ws.length);
		}
		if (endKeep) {
			const ws = leadingWs(endKeep.value, segmenter);
			endKeep.value = endKeep.value.substring(ws.length);
		}
	} else if (startKeep && endKeep) {
		const newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter);
		const newWsStart = longestCommonPrefix(newWsFull, delWsStart);
		deletion.value = removePrefix(deletion.value, newWsStart);
		const newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);
		deletion.value = removeSuffix(deletion.value, newWsEnd);
		endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd);
		startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));
	} else if (endKeep) {
		const endKeepWsPrefix = leadingWs(endKeep.value, segmenter);
		const overlap = maximumOverlap(trailingWs(deletion.value, segmenter), endKeepWsPrefix);
		deletion.value = removeSuffix(deletion.value, overlap);
	} else if (startKeep) {
		const overlap = maximumOverlap(trailingWs(startKeep.value, segmenter), leadingWs(deletion.value, segmenter));
		deletion.value = removePrefix(deletion.value, overlap);
	}
}
var WordsWithSpaceDiff = class extends Diff {
	tokenize(value) {
		const regex = new RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
		return value.match(regex) || [];
	}
};
new WordsWithSpaceDiff();
var LineDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	equals(left, right, options) {
		if (options.ignoreWhitespace) {
			if (!options.newlineIsToken || !left.includes("\n")) left = left.trim();
			if (!options.newlineIsToken || !right.includes("\n")) right = right.trim();
		} else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
			if (left.endsWith("\n")) left = left.slice(0, -1);
			if (right.endsWith("\n")) right = right.slice(0, -1);
		}
		return super.equals(left, right, options);
	}
};
new LineDiff();
function tokenize(value, options) {
	if (options.stripTrailingCr) value = value.replace(/\r\n/g, "\n");
	const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
	if (!linesAndNewlines[linesAndNewlines.length - 1]) linesAndNewlines.pop();
	for (let i = 0; i < linesAndNewlines.length; i++) {
		const line = linesAndNewlines[i];
		if (i % 2 && !options.newlineIsToken) retLines[retLines.length - 1] += line;
		else retLines.push(line);
	}
	return retLines;
}
function isSentenceEndPunct(char) {
	return char == "." || char == "!" || char == "?";
}
var SentenceDiff = class extends Diff {
	tokenize(value) {
		var _a;
		const result = [];
		let tokenStartI = 0;
		for (let i = 0; i < value.length; i++) {
			if (i == value.length - 1) {
				result.push(value.slice(tokenStartI));
				break;
			}
			if (isSentenceEndPunct(value[i]) && value[i + 1].match(/\s/)) {
				result.push(value.slice(tokenStartI, i + 1));
				i = tokenStartI = i + 1;
				while ((_a = value[i + 1]) === null || _a === void 0 ? void 0 : _a.match(/\s/)) i++;
				result.push(value.slice(tokenStartI, i + 1));
				tokenStartI = i + 1;
			}
		}
		return result;
	}
};
new SentenceDiff();
var CssDiff = class extends Diff {
	tokenize(value) {
		return value.split(/([{}:;,]|\s+)/);
	}
};
new CssDiff();
var JsonDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	get useLongestToken() {
		return true;
	}
	castInput(value, options) {
		const { undefinedReplacement, stringifyReplacer = (k, v) => typeof v === "undefined" ? undefinedReplacement : v } = options;
		return typeof value === "string" ? value : JSON.stringify(canonicalize(value, null, null, stringifyReplacer), null, "  ");
	}
	equals(left, right, options) {
		return super.equals(left.replace(/,([\r\n])/g, "$1"), right.replace(/,([\r\n])/g, "$1"), options);
	}
};
new JsonDiff();
function canonicalize(obj, stack, replacementStack, replacer, key) {
	stack = stack || [];
	replacementStack = replacementStack || [];
	if (replacer) obj = replacer(key === void 0 ? "" : key, obj);
	let i = 0;
	for (; i < stack.length; i += 1) if (stack[i] === obj) return replacementStack[i];
	let canonicalizedObj;
	if ("[object Array]" === Object.prototype.toString.call(obj)) {
		stack.push(obj);
		canonicalizedObj = new Array(obj.length);
		replacementStack.push(canonicalizedObj);
		for (i = 0; i < obj.length; i += 1) canonicalizedObj[i] = canonicalize(obj[i], stack, replacementStack, replacer, String(i));
		stack.pop();
		replacementStack.pop();
		return canonicalizedObj;
	}
	if (obj && obj.toJSON) obj = obj.toJSON();
	if (typeof obj === "object" && obj !== null) {
		stack.push(obj);
		canonicalizedObj = {};
		replacementStack.push(canonicalizedObj);
		const sortedKeys = [];
		let key;
		for (key in obj)
 /* istanbul ignore else */
		if (Object.prototype.hasOwnProperty.call(obj, key)) sortedKeys.push(key);
		sortedKeys.sort();
		for (i = 0; i < sortedKeys.length; i += 1) {
			key = sortedKeys[i];
			canonicalizedObj[key] = canonicalize(obj[key], stack, replacementStack, replacer, key);
		}
		stack.pop();
		replacementStack.pop();
	} else canonicalizedObj = obj;
	return canonicalizedObj;
}
var ArrayDiff = class extends Diff {
	tokenize(value) {
		return value.slice();
	}
	join(value) {
		return value;
	}
	removeEmpty(value) {
		return value;
	}
};
const arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
	return arrayDiff.diff(oldArr, newArr, options);
}
/** Edits beyond which two runs of lines are not compared further: Myers' algorithm takes time in their square. */
const MOST_LINE_EDITS = 2e3;
/** The same for the words of one run of changed lines; more than this has little in common that is worth reading. */
const MOST_WORD_EDITS = 200;
/**
* The difference word by word, found line by line first; a run of lines that differs in more than 200 words and spaces
* is shown as replaced. Joined, `same` and `removed` give `base` exactly, `same` and `added` give `head`.
*/
function diffWords(base, head) {
	const replaced = [{
		kind: "removed",
		text: base
	}, {
		kind: "added",
		text: head
	}];
	const lines = diffTokens(splitLines(base), splitLines(head), MOST_LINE_EDITS) ?? replaced;
	const parts = [];
	for (let index = 0; index < lines.length; index += 1) {
		const [line, next] = [lines[index], lines[index + 1]];
		if (line.kind === "removed" && next?.kind === "added") {
			parts.push(...diffTokens(tokenize$1(line.text), tokenize$1(next.text), MOST_WORD_EDITS) ?? [line, next]);
			index += 1;
		} else parts.push(line);
	}
	return joinRuns(parts);
}
function diffTokens(base, head, maxEditLength) {
	if (countUnmatched(base, head) > maxEditLength) return void 0;
	return diffArrays(base, head, { maxEditLength })?.map(({ value, added, removed }) => ({
		kind: kindOf$1(added, removed),
		text: value.join("")
	}));
}
/** Tokens without a partner wherever it stands: at least as many edits are needed, and counting them takes linear time. */
function countUnmatched(base, head) {
	const balance = /* @__PURE__ */ new Map();
	for (const token of base) balance.set(token, (balance.get(token) ?? 0) + 1);
	for (const token of head) balance.set(token, (balance.get(token) ?? 0) - 1);
	let unmatched = 0;
	for (const count of balance.values()) unmatched += Math.abs(count);
	return unmatched;
}
function kindOf$1(added, removed) {
	if (added) return "added";
	return removed ? "removed" : "same";
}
function splitLines(text) {
	return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
/** One removed and one added run between two runs that stayed; a few signs or spaces that stayed do not part them. */
function joinRuns(parts) {
	const joined = [];
	let removed = "";
	let added = "";
	const push = (kind, text) => {
		const last = joined.at(-1);
		if (last?.kind === kind) joined[joined.length - 1] = {
			kind,
			text: last.text + text
		};
		else if (text !== "") joined.push({
			kind,
			text
		});
	};
	const flush = () => {
		const tail = commonSpace(removed, added);
		push("removed", removed.slice(0, removed.length - tail.length));
		push("added", added.slice(0, added.length - tail.length));
		push("same", tail);
		removed = "";
		added = "";
	};
	parts.forEach(({ kind, text }, index) => {
		const between = kind === "same" && index < parts.length - 1 && removed + added !== "" && isSlight(text);
		if (kind === "same" && !between) {
			flush();
			push(kind, text);
		}
		if (kind === "removed" || between) removed += text;
		if (kind === "added" || between) added += text;
	});
	flush();
	return joined;
}
function isSlight(text) {
	return text.trim().length <= 2 && !/[\p{L}\p{N}]/u.test(text);
}
/** The white space that both end with: it stayed. */
function commonSpace(one, other) {
	let length = 0;
	while (length < one.length && one.at(-1 - length) === other.at(-1 - length) && /\s/.test(one.at(-1 - length))) length += 1;
	return one.slice(one.length - length);
}
/** Changes in head order, then the removed clauses in base order; clauses that stayed as they were are not listed. */
function diffSpec(base, head, reading = "shown") {
	const baseById = new Map(base.clauses.map((clause) => [clause.id, clause]));
	const headIds = new Set(head.clauses.map(({ id }) => id));
	const gone = base.clauses.filter(({ id }) => !headIds.has(id));
	const come = head.clauses.filter(({ id }) => !baseById.has(id));
	const pairs = [...head.clauses.flatMap((clause) => {
		const before = baseById.get(clause.id);
		return before === void 0 ? [] : [{
			base: before,
			head: clause
		}];
	}), ...findRenames(gone, come)];
	const was = new Map(pairs.map((pair) => [pair.head, pair.base]));
	const moves = findMoves(base.clauses, head.clauses, pairs);
	const livesOn = new Set(pairs.map((pair) => pair.base));
	return [...head.clauses.flatMap((clause) => {
		const before = was.get(clause);
		if (before === void 0) return describeOne("added", { head: clause }, reading);
		return compareClauses({
			base: before,
			head: clause,
			moved: moves.has(clause),
			reading
		}) ?? [];
	}), ...gone.filter((clause) => !livesOn.has(clause)).flatMap((clause) => describeOne("removed", { base: clause }, reading))];
}
/** Title and text, as the word difference shows them. */
function fullText({ title, text }) {
	return text === "" ? title : `${title}\n\n${text}`;
}
function compareClauses({ base, head, moved, reading }) {
	const attributes = diffAttributes(base, head);
	const reset = base.title !== head.title || base.text !== head.text;
	const isWritten = reading === "written";
	const [from, to] = [shownPathOf(base), shownPathOf(head)];
	const isElsewhere = isWritten ? moved || !sameList(base.ancestors, head.ancestors) || base.id !== head.id : from !== to;
	const reworded = isWritten ? reset : !readsTheSame(base, head);
	const reattributed = attributes.some(({ name }) => isWritten || isShownAttribute(name));
	const isGrouping = base.kind === "grouping" && head.kind === "grouping" && !isWritten;
	const edited = !isGrouping && (reworded || isElsewhere || reattributed);
	const reordered = moved && isReordered(base, head);
	const unseen = attributes.length > 0 || reordered || !sameHidden(base, head);
	const kind = kindOf({
		renamed: base.id !== head.id,
		edited,
		moved,
		unseen,
		reset,
		isGrouping
	});
	if (kind === void 0) return void 0;
	const words = reset && (reworded || kind === "unseen") ? diffWords(fullText(base), fullText(head)) : [];
	const renamed = base.id === head.id ? {} : { baseId: base.id };
	const path = edited && from !== to ? { path: {
		base: from,
		head: to
	} } : {};
	return {
		kind,
		id: head.id,
		...renamed,
		edited,
		moved,
		attributes,
		...path,
		words,
		base,
		head
	};
}
function kindOf({ renamed, edited, moved, unseen, reset, isGrouping }) {
	if (unseen && !edited) return "unseen";
	if (isGrouping) return void 0;
	if (renamed) return "renamed";
	if (edited) return "edited";
	if (moved) return "moved";
	return reset ? "cosmetic" : void 0;
}
function sameHidden(base, head) {
	const [before, after] = [hiddenIn(base), hiddenIn(head)];
	return before.invisible === after.invisible && sameList(before.comments, after.comments) && sameList(before.struck, after.struck);
}
function sameList(one, other) {
	return one.length === other.length && one.every((item, index) => item === other[index]);
}
function diffAttributes(base, head) {
	return [.../* @__PURE__ */ new Set([...Object.keys(base.attributes), ...Object.keys(head.attributes)])].map((name) => ({
		name,
		base: base.attributes[name],
		head: head.attributes[name]
	})).filter((change) => change.base !== change.head);
}
/**
* A clause that only one side has. A heading that only groups others is not reported as a clause; text that it hides
* is.
*/
function describeOne(kind, side, reading) {
	const clause = "base" in side ? side.base : side.head;
	const change = {
		id: clause.id,
		edited: false,
		moved: false,
		attributes: [],
		words: [],
		...side
	};
	if (clause.kind !== "grouping" || reading === "written") return [{
		kind,
		...change
	}];
	const { comments, invisible } = hiddenIn(clause);
	return comments.length === 0 && invisible === "" && Object.keys(clause.attributes).length === 0 ? [] : [{
		kind: "unseen",
		...change
	}];
}
export { isReordered as a, WORD as c, hiddenIn as i, shareOfWordsKept as l, fullText as n, isShownAlways as o, diffWords as r, showClause as s, diffSpec as t };
