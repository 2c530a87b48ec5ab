import { i as __require, o as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { t as createAppender } from "./cli-commands-action-merge-bank-ask-check.js";
import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { f as plural, i as sha256, n as hashJson, r as hashShort, t as canonicalJson, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { u as mapMetrics } from "./action-compare-accept-report-bank-ask-check.js";
import { S as url, _ as strictObject, b as union, c as discriminatedUnion, d as literal, g as record, i as _enum, l as int, m as object, n as date, o as array, p as number, s as boolean, u as json, v as string } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { t as SYSTEM_CLOCK } from "./action-bank-ask-check.js";
import { t as keepHeapTight } from "./commands-action-merge-compare-diff-bank-ask-check.js";
import { i as makeFolder, n as FINISHES, r as NO_USAGE, t as CallError } from "./action-merge-bank-ask-check.js";
import { a as parseUntrustedJson, t as MAX_LINE } from "./compare-accept-report-bank-ask-check.js";
import { r as scenarioRow } from "./schema-accept-report-bank-ask-check.js";
import { a as nearestName } from "./compare-diff-report-bank-ask-check.js";
import { t as readAt } from "./merge-compare-diff-bank-ask-check.js";
import { i as unpackGzip, n as openFile, r as refusePointer } from "./compare-diff-bank-ask-check.js";
import { o as readLines } from "./compare-report-bank-ask-check.js";
import { t as findCiService } from "./commands-bank-ask-check.js";
import { n as createRecentAsync, t as createRecent } from "./merge-diff-report-bank-ask-check.js";
import { f as listTree, g as parseSpec, i as readTextOrBytes, n as readFileIfThere, p as readBlob, r as readSpecFiles, t as isFileThere } from "./diff-bank-ask-check.js";
import { t as openUnnamedFile } from "./merge-bank-ask-check.js";
import { D as modelReader, E as membersOf, I as studyId, L as answerText, M as answeringModel, N as findColumn, P as framingOf, R as isCutOff, S as rowOf, T as askedIn, _ as itemReader, a as openTable, h as rowsOfFrame, j as SCENARIO_COLUMNS, k as failureReader, l as isBesideLogs, o as tableFormat, u as openHarnessFile, y as itemsOfValue, z as messageText } from "./compare-bank-ask-check.js";
import { i as createWords, r as createPool } from "./report-bank-ask-check.js";
import { closeSync, openSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { createHash } from "node:crypto";
import { BlockList, isIP } from "node:net";
var require_identity = /* @__PURE__ */ __commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));
var require_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	/**
	* Apply a visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visit.SKIP = SKIP;
	/** Remove the current node */
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	/**
	* Apply an async visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `Promise`: Must resolve to one of the following values
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visitAsync.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visitAsync.SKIP = SKIP;
	/** Remove the current node */
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));
var require_directives = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			/**
			* The directives-end/doc-start marker `---`. If `null`, a marker may still be
			* included in the document's stringified representation.
			*/
			this.docStart = null;
			/** The doc-end marker `...`.  */
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		/**
		* During parsing, get a Directives instance for the current document and
		* update the stream state according to the current version's spec.
		*/
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		/**
		* @param onError - May be called even if the action was successful
		* @returns `true` on success
		*/
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		/**
		* Resolves a tag, matching handles to those defined in %TAG directives.
		*
		* @returns Resolved tag, which may also be the non-specific tag `'!'` or a
		*   `'!local'` tag, or `null` if unresolvable.
		*/
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		/**
		* Given a fully resolved tag, returns its printable string form,
		* taking into account current tag prefixes and defaults.
		*/
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));
var require_anchors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	/**
	* Verify that the input string is a valid anchor.
	*
	* Will throw on errors.
	*/
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			/**
			* With circular references, the source node is only resolved after all
			* of its child nodes are. This is why anchors are set only after all of
			* the nodes have been created.
			*/
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));
var require_applyReviver = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
	* in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
	* 2021 edition: https://tc39.es/ecma262/#sec-json.parse
	*
	* Includes extensions for handling Map and Set objects.
	*/
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));
var require_toJS = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	/**
	* Recursively convert any node or its contents to native JavaScript
	*
	* @param value - The input value
	* @param arg - If `value` defines a `toJSON()` method, use this
	*   as its first argument
	* @param ctx - Conversion context, originally set in Document#toJS(). If
	*   `{ keep: true }` is not set, output should be suitable for JSON
	*   stringification.
	*/
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));
var require_Node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		/** Create a copy of this node.  */
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** A plain JavaScript representation of this node. */
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));
var require_Alias = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		/**
		* Resolve the value of this alias within `doc`, finding the last
		* instance of the `source` anchor before this node.
		*/
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));
var require_Scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));
var require_createNode = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));
var require_Collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		/**
		* Create a copy of this collection.
		*
		* @param schema - If defined, overwrites the original's schema
		*/
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/**
		* Adds a value to the collection. For `!!map` and `!!omap` the value must
		* be a Pair instance or a `{ key, value }` object, which may not have a key
		* that already exists in the map.
		*/
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		/**
		* Removes a value from the collection.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*/
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));
var require_stringifyComment = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringifies a comment.
	*
	* Empty comment lines are left empty,
	* lines consisting of a single space are replaced by `#`,
	* and all other lines are prefixed with a `#`.
	*/
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));
var require_foldFlowLines = /* @__PURE__ */ __commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	/**
	* Tries to keep input at up to `lineWidth` characters, splitting only on spaces
	* not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
	* terminated with `\n` and started with `indent`.
	*/
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	/**
	* Presumes `i + 1` is at the start of a line
	* @returns index of last newline in more-indented block
	*/
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));
var require_stringifyString = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));
var require_stringifyPair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb, vcb, valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));
var require_log = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));
var require_addPairToJSMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));
var require_Pair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		return new Pair(createNode.createNode(key, void 0, ctx), createNode.createNode(value, void 0, ctx));
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));
var require_stringifyCollection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));
var require_YAMLMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		/**
		* A generic collection parsing method that can be extended
		* to other node classes that inherit from YAMLMap
		*/
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		/**
		* Adds a value to the collection.
		*
		* @param overwrite - If not set `true`, using a key that is already in the
		*   collection will throw. Otherwise, overwrites the previous value.
		*/
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		/**
		* @param ctx - Conversion context, originally set in Document#toJS()
		* @param {Class} Type - If set, forces the returned collection type
		* @returns Instance of Type, Map, or Object
		*/
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));
var require_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	exports.map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
}));
var require_YAMLSeq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		/**
		* Removes a value from the collection.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*/
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*
		* If `key` does not contain a representation of an integer, this will throw.
		* It may be wrapped in a `Scalar`.
		*/
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));
var require_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	exports.seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
}));
var require_string = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	exports.string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
}));
var require_null = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));
var require_bool$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));
var require_stringifyNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));
var require_float$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
var require_int$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
var require_schema$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
}));
var require_schema$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	exports.schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
}));
var require_binary = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_buffer = __require("buffer");
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	exports.binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		/**
		* Returns a Buffer in node and an Uint8Array in browsers
		*
		* To use the resulting buffer as an image, you'll want to do something like:
		*
		*   const blob = new Blob([buffer], { type: 'image/jpeg' })
		*   document.querySelector('#photo').src = URL.createObjectURL(blob)
		*/
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
}));
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key, value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));
var require_omap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		/**
		* If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
		* but TypeScript won't allow widening the signature of a child method.
		*/
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));
var require_bool = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));
var require_float = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
var require_int = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
var require_set = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		/**
		* If `keepPair` is `true`, returns the Pair matching `key`.
		* Otherwise, returns the value of that Pair's key.
		*/
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	/** Internal types handle bigint as number, because TS can't figure it out. */
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	/**
	* hhhh:mm:ss.sss
	*
	* Internal types handle bigint as number, because TS can't figure it out.
	*/
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));
var require_schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
}));
var require_tags = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));
var require_Schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	exports.Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
}));
var require_stringifyDocument = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));
var require_Document = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			/** A comment before this Document */
			this.commentBefore = null;
			/** A comment immediately after this Document */
			this.comment = null;
			/** Errors encountered during parsing. */
			this.errors = [];
			/** Warnings encountered during parsing. */
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		/**
		* Create a deep copy of this Document and its contents.
		*
		* Custom Node values that inherit from `Object` still refer to their original instances.
		*/
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** Adds a value to the document. */
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		/** Adds a value to the document. */
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		/**
		* Create a new `Alias` node, ensuring that the target `node` has the required anchor.
		*
		* If `node` already has an anchor, `name` is ignored.
		* Otherwise, the `node.anchor` value will be set to `name`,
		* or if an anchor with that name is already present in the document,
		* `name` will be used as a prefix for a new unique anchor.
		* If `name` is undefined, the generated anchor will use 'a' as a prefix.
		*/
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		/**
		* Convert a key and a value into a `Pair` using the current schema,
		* recursively wrapping all values as `Scalar` or `Collection` nodes.
		*/
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		/**
		* Returns item at `path`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		/**
		* Checks if the document includes a value with the key `key`.
		*/
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		/**
		* Checks if the document includes a value at `path`.
		*/
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		/**
		* Change the YAML version and schema used by the document.
		* A `null` version disables support for directives, explicit tags, anchors, and aliases.
		* It also requires the `schema` option to be given as a `Schema` instance value.
		*
		* Overrides all previously set schema options.
		*/
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		/**
		* A JSON representation of the document `contents`.
		*
		* @param jsonArg Used by `JSON.stringify` to indicate the array index or
		*   property name.
		*/
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		/** A YAML representation of the document. */
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));
var require_resolve_props = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));
var require_util_contains_newline = /* @__PURE__ */ __commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));
var require_util_flow_indent_check = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));
var require_util_map_includes = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));
var require_resolve_block_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));
var require_resolve_block_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));
var require_resolve_end = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));
var require_resolve_flow_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));
var require_compose_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));
var require_resolve_block_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	/** @returns Array of lines split up as `[indent, content]` */
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));
var require_resolve_flow_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		/**
		* The negative lookbehinds in these RegExps are to
		* prevent causing a polynomial search time in certain cases.
		*
		* The try-catch is for Safari < 16.4 and other old browsers:
		* https://caniuse.com/js-regexp-lookbehind
		*/
		let trimEnd, trimBoth;
		try {
			trimEnd = new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	/**
	* Fold a single newline into a space, multiple newlines to N - 1 newlines.
	* Presumes `source[offset] === '\n'`
	*/
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));
var require_compose_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));
var require_util_empty_scalar_position = /* @__PURE__ */ __commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));
var require_compose_node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));
var require_compose_doc = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));
var require_composer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	/**
	* Compose a stream of CST nodes into a stream of YAML Documents.
	*
	* ```ts
	* import { Composer, Parser } from 'yaml'
	*
	* const src: string = ...
	* const tokens = new Parser().parse(src)
	* const docs = new Composer().compose(tokens)
	* ```
	*/
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		/**
		* Current stream status information.
		*
		* Mostly useful at the end of input for an empty stream.
		*/
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		/**
		* Compose tokens into documents.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		/** Advance the composer by one CST token. */
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		/**
		* Call at end of input to yield any remaining document.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));
var require_cst_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	/**
	* Create a new scalar token with `value`
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.indent The indent level of the token.
	* @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
	* @param context.offset The offset position of the token.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	/**
	* Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
	*
	* Best efforts are made to retain any comments previously associated with the `token`,
	* though all contents within a collection's `items` will be overwritten.
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.afterKey In most cases, values after a key should have an additional level of indentation.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	/** @returns `true` if last token is a newline */
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));
var require_cst_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringify a CST document, token, or collection item
	*
	* Fair warning: This applies no validation whatsoever, and
	* simply concatenates the sources in their logical order.
	*/
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));
var require_cst_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	/**
	* Apply a visitor to a CST document or item.
	*
	* Walks through the tree (depth-first) starting from the root, calling a
	* `visitor` function with two arguments when entering each item:
	*   - `item`: The current item, which included the following members:
	*     - `start: SourceToken[]` – Source tokens before the key or value,
	*       possibly including its anchor or tag.
	*     - `key?: Token | null` – Set for pair values. May then be `null`, if
	*       the key before the `:` separator is empty.
	*     - `sep?: SourceToken[]` – Source tokens between the key and the value,
	*       which should include the `:` map value indicator if `value` is set.
	*     - `value?: Token` – The value of a sequence item, or of a map pair.
	*   - `path`: The steps from the root to the current node, as an array of
	*     `['key' | 'value', number]` tuples.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this token, continue with
	*      next sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current item, then continue with the next one
	*   - `number`: Set the index of the next step. This is useful especially if
	*     the index of the current token has changed.
	*   - `function`: Define the next visitor for this item. After the original
	*     visitor is called on item entry, next visitors are called after handling
	*     a non-empty `key` and when exiting the item.
	*/
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current item */
	visit.SKIP = SKIP;
	/** Remove the current item */
	visit.REMOVE = REMOVE;
	/** Find the item at `path` from `cst` as the root */
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	/**
	* Get the immediate parent collection of the item at `path` from `cst` as the root.
	*
	* Throws an error if the collection is not found, which should never happen if the item itself exists.
	*/
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));
var require_cst = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	/** The byte order mark */
	const BOM = "﻿";
	/** Start of doc-mode */
	const DOCUMENT = "";
	/** Unexpected end of flow-mode */
	const FLOW_END = "";
	/** Next token is a scalar value */
	const SCALAR = "";
	/** @returns `true` if `token` is a flow or block collection */
	const isCollection = (token) => !!token && "items" in token;
	/** @returns `true` if `token` is a flow or block scalar; not an alias */
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	/** Get a printable representation of a lexer token */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	/** Identify the type of a lexer token. May return `null` for unknown tokens. */
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));
var require_lexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	/**
	* Splits an input string into lexical tokens, i.e. smaller strings that are
	* easily identifiable by `tokens.tokenType()`.
	*
	* Lexing starts always in a "stream" context. Incomplete input may be buffered
	* until a complete token can be emitted.
	*
	* In addition to slices of the original input, the following control characters
	* may also be emitted:
	*
	* - `\x02` (Start of Text): A document starts with the next token
	* - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
	* - `\x1f` (Unit Separator): Next token is a scalar value
	* - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
	*/
	var Lexer = class {
		constructor() {
			/**
			* Flag indicating whether the end of the current buffer marks the end of
			* all input
			*/
			this.atEnd = false;
			/**
			* Explicit indent set in block scalar header, as an offset from the current
			* minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
			* explicitly set.
			*/
			this.blockScalarIndent = -1;
			/**
			* Block scalars that include a + (keep) chomping indicator in their header
			* include trailing empty lines, which are otherwise excluded from the
			* scalar's contents.
			*/
			this.blockScalarKeep = false;
			/** Current input */
			this.buffer = "";
			/**
			* Flag noting whether the map value indicator : can immediately follow this
			* node within a flow context.
			*/
			this.flowKey = false;
			/** Count of surrounding flow collection levels. */
			this.flowLevel = 0;
			/**
			* Minimum level of indentation required for next lines to be parsed as a
			* part of the current scalar value.
			*/
			this.indentNext = 0;
			/** Indentation level of the current line. */
			this.indentValue = 0;
			/** Position of the next \n character. */
			this.lineEndPos = null;
			/** Stores the state of the lexer if reaching the end of incpomplete input */
			this.next = null;
			/** A pointer to `buffer`; the current position of the lexer. */
			this.pos = 0;
		}
		/**
		* Generate YAML tokens from the `source` string. If `incomplete`,
		* a part of the last line may be left as a buffer for the next call.
		*
		* @returns A generator of lexical tokens
		*/
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));
var require_line_counter = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Tracks newlines during parsing in order to provide an efficient API for
	* determining the one-indexed `{ line, col }` position for any offset
	* within the input.
	*/
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			/**
			* Should be called in ascending order. Otherwise, call
			* `lineCounter.lineStarts.sort()` before calling `linePos()`.
			*/
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			/**
			* Performs a binary search and returns the 1-indexed { line, col }
			* position of `offset`. If `line === 0`, `addNewLine` has never been
			* called or `offset` is before the first known newline.
			*/
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	/** Note: May modify input array */
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	/**
	* A YAML concrete syntax tree (CST) parser
	*
	* ```ts
	* const src: string = ...
	* for (const token of new Parser().parse(src)) {
	*   // token: Token
	* }
	* ```
	*
	* To use the parser with a user-provided lexer:
	*
	* ```ts
	* function* parse(source: string, lexer: Lexer) {
	*   const parser = new Parser()
	*   for (const lexeme of lexer.lex(source))
	*     yield* parser.next(lexeme)
	*   yield* parser.end()
	* }
	*
	* const src: string = ...
	* const lexer = new Lexer()
	* for (const token of parse(src, lexer)) {
	*   // token: Token
	* }
	* ```
	*/
	var Parser = class {
		/**
		* @param onNewLine - If defined, called separately with the start position of
		*   each new line (in `parse()`, including the start of input).
		*/
		constructor(onNewLine) {
			/** If true, space and sequence indicators count as indentation */
			this.atNewLine = true;
			/** If true, next token is a scalar value */
			this.atScalar = false;
			/** Current indentation level */
			this.indent = 0;
			/** Current offset since the start of parsing */
			this.offset = 0;
			/** On the same line with a block map key */
			this.onKeyLine = false;
			/** Top indicates the node that's currently being built */
			this.stack = [];
			/** The source of the current token, set in parse() */
			this.source = "";
			/** The type of the current token, set in parse() */
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		/**
		* Parse `source` as a YAML stream.
		* If `incomplete`, a part of the last line may be left as a buffer for the next call.
		*
		* Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
		*
		* @returns A generator of tokens representing each directive, document, and other structure.
		*/
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		/**
		* Advance the parser by the `source` of one lexical token.
		*/
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		/** Call at end of input to push out any remaining constructions */
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));
var require_public_api = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	/**
	* Parse the input as a stream of YAML documents.
	*
	* Documents should be separated from each other by `...` or `---` marker lines.
	*
	* @returns If an empty `docs` array is returned, it will be of type
	*   EmptyStream and contain additional stream information. In
	*   TypeScript, you should use `'empty' in docs` as a type guard for it.
	*/
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	/** Parse an input string into a single YAML.Document */
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var cst = require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.CST = cst;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
}));
var import_dist = require_dist();
/** Parses one line of JSON; never throws. What is left out is not looked at either. */
function parseScenarioLine(line, { without } = {}) {
	const json = parseUntrustedJson(line, without);
	if (json.status === "parsed" && Array.isArray(json.value)) return {
		status: "invalid",
		problems: [{
			message: "a list of scenarios, not one",
			hint: ONE_A_LINE
		}]
	};
	if (json.status === "parsed") return parseScenarioRow(json.value);
	const isOpening = /^\s*[[{]\s*$/.test(line);
	const more = whereDefined({
		column: json.column,
		hint: isOpening ? ONE_A_LINE : void 0
	});
	return {
		status: "invalid",
		problems: [{
			message: json.reason,
			...more
		}]
	};
}
const ONE_A_LINE = "A bank has one scenario a line: spec-gate bank import FILE reads a list of them, and jq -c . FILE puts each on a line.";
/** Validates a row that is parsed already (`findHostileStructure` passed). */
function parseScenarioRow(value) {
	const result = scenarioRow.safeParse(value);
	if (result.success) return {
		status: "valid",
		scenario: toScenario(result.data)
	};
	return {
		status: "invalid",
		problems: result.error.issues.flatMap((issue) => explainIssue(issue))
	};
}
function toScenario({ query, messages, clauses, topics, ...rest }) {
	return {
		...rest,
		messages: messages ?? [{
			role: "user",
			content: query
		}],
		clauses: clauses ?? [],
		topics: topics ?? []
	};
}
/** The keys a bank line may have. */
const KNOWN_KEYS = Object.keys(scenarioRow.shape);
function explainIssue(issue) {
	const path = issue.path.map(String).join(".");
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => {
		const message = path === "" ? `unknown key "${key}"` : `unknown key "${key}" in ${path}`;
		const nearest = path === "" ? nearestName(key, KNOWN_KEYS) : void 0;
		return nearest === void 0 ? { message } : {
			message,
			hint: `Did you mean "${nearest}"?`
		};
	});
	const reason = issue.message.replace(/^Invalid input: /, "").replace(/, received undefined$/, "; it is missing");
	return [{ message: path === "" ? reason : `${path}: ${reason}` }];
}
/** More problems than this are counted, not listed. */
const MAX_LISTED = 100;
/**
* Parses a whole bank. Blank lines, CRLF and a byte-order mark are allowed; an empty file is an empty bank.
* @throws UserError with every problem's file:line (and the column of a JSON error where the engine tells it).
*/
function parseBank({ file, text }) {
	const { scenarios, byId, keep } = createKeeper();
	const reader = createBankReader(file, keep);
	for (const [index, line] of text.replace(/^\uFEFF/, "").split("\n").entries()) reader.addLine({
		number: index + 1,
		text: line,
		offset: 0,
		bytes: 0
	});
	return {
		file,
		scenarios,
		byId,
		lines: reader.finish()
	};
}
/** The same from a file too large for one text, read piece by piece. */
async function readBank(source, options = {}) {
	const { scenarios, byId, keep } = createKeeper();
	const lines = await streamBank(source, keep, options);
	return {
		file: source.name,
		scenarios,
		byId,
		lines
	};
}
/**
* Hands over one scenario after another and keeps only ids and their lines, which it gives at the end: for banks too large for
* memory. @throws UserError with every problem.
*/
async function streamBank(source, keep, options = {}) {
	const reader = createBankReader(source.name, keep, options);
	for await (const line of readLines(source, MAX_LINE)) reader.addLine(line);
	return reader.finish();
}
/**
* One scenario after another, for work on each that awaits: no more than one is held, and the ids unless they are `unchecked`.
* @throws UserError at the end, with every problem.
*/
async function* walkBank(source, options = {}) {
	let read;
	const keep = (scenario) => void (read = scenario);
	const reader = createBankReader(source.name, keep, options);
	for await (const line of readLines(source, MAX_LINE)) {
		read = void 0;
		reader.addLine(line);
		if (read !== void 0) yield read;
	}
	reader.finish();
}
function createKeeper() {
	const scenarios = [];
	const byId = /* @__PURE__ */ new Map();
	const keep = (scenario) => {
		scenarios.push(scenario);
		byId.set(scenario.id, scenario);
	};
	return {
		scenarios,
		byId,
		keep
	};
}
function createBankReader(file, keep, options = {}) {
	const lines = /* @__PURE__ */ new Map();
	const problems = [];
	let unlisted = 0;
	const report = (problem) => {
		if (problems.length < MAX_LISTED) problems.push(problem);
		else unlisted += 1;
	};
	return {
		addLine(line) {
			const content = line.text.trim();
			if (content === "") return;
			const place = {
				file,
				line: line.number
			};
			const row = parseScenarioLine(content, options);
			if (row.status === "invalid") {
				for (const { column, ...problem } of row.problems) report({
					...problem,
					place: column === void 0 ? place : {
						...place,
						column
					}
				});
				return;
			}
			const { scenario } = row;
			const first = lines.get(scenario.id);
			if (first !== void 0) {
				report({
					message: `the id "${scenario.id}" is already on line ${first}`,
					place
				});
				return;
			}
			if (options.ids !== "unchecked") lines.set(scenario.id, line.number);
			keep(scenario, line);
		},
		finish() {
			if (unlisted > 0) problems.push({
				message: `${unlisted} more problems`,
				place: { file }
			});
			if (problems.length > 0) throw new UserError(problems);
			return lines;
		}
	};
}
/** A bank from scenarios that passed the schema already; lines are their positions. The ids must be unique. */
function createBank(file, scenarios) {
	const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
	if (byId.size !== scenarios.length) throw new Error("createBank: duplicate ids");
	return {
		file,
		scenarios,
		byId,
		lines: new Map(scenarios.map((scenario, index) => [scenario.id, index + 1]))
	};
}
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
const PROVIDER_KINDS = {
	openai: {
		reach: "live",
		isSimulated: false,
		baseUrl: "https://api.openai.com/v1",
		apiKeyEnv: "OPENAI_API_KEY",
		headers: [],
		promptCache: {
			least: [[/gemini/, 4096], [/^/, 1024]],
			step: 128,
			isWritingBilled: false
		}
	},
	anthropic: {
		reach: "live",
		isSimulated: false,
		baseUrl: "https://api.anthropic.com",
		apiKeyEnv: "ANTHROPIC_API_KEY",
		headers: ["anthropic-version"],
		promptCache: {
			least: [
				[/sonnet/, 2048],
				[/haiku-3|3-5-haiku|3-haiku/, 2048],
				[/opus-4-1|opus-4$|opus-4-2/, 1024],
				[/^/, 4096]
			],
			step: 1,
			isWritingBilled: true
		}
	},
	simulated: {
		reach: "offline",
		isSimulated: true
	},
	recorded: {
		reach: "offline",
		isSimulated: false
	}
};
/** Whether a model, or a provider of a config, is asked over the network. */
function isLive(one) {
	return PROVIDER_KINDS[one.kind].reach === "live";
}
/** Whether its answers say nothing about any real model. */
function isSimulated({ kind }) {
	return PROVIDER_KINDS[kind].isSimulated;
}
/** The vendor's own endpoint, the variable that holds its key, and the headers of its protocol. */
function vendorOf(kind) {
	return PROVIDER_KINDS[kind];
}
/** The variables that hold the keys of the vendors' own endpoints. */
function vendorKeys() {
	return Object.values(PROVIDER_KINDS).flatMap((provider) => provider.reach === "live" ? [provider.apiKeyEnv] : []);
}
/** Undefined where nothing is billed by the token. */
function promptCacheOf(kind) {
	const provider = PROVIDER_KINDS[kind];
	return provider.reach === "live" ? provider.promptCache : void 0;
}
/** Levels. Nobody writes so many; the YAML parser gives up at about 800. */
const DEEPEST = 500;
/** What is wrong, in words for a `Problem`; undefined where nothing is. Brackets in prose count as well: they are mostly closed. */
function describeDeepNesting(text) {
	let depth = 0;
	let marks = 0;
	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at];
		if (sign === "[" || sign === "{") depth += 1;
		else if (sign === "]" || sign === "}") depth = Math.max(0, depth - 1);
		if ((text[at + 1] === " " || text[at + 1] === "	") && "-?:".includes(sign)) marks += 1;
		else if (sign !== " " && sign !== "	") marks = 0;
		if (depth > DEEPEST || marks > DEEPEST) return `nested more than ${DEEPEST} levels deep`;
	}
}
/** For every reader of YAML, before it parses. @throws UserError for a text that nests too deep. */
function refuseDeepNesting({ file, text }) {
	const message = describeDeepNesting(text);
	if (message !== void 0) throw new UserError({
		message,
		place: { file }
	});
}
/** The name of the provider, as the config has it. */
function providerName({ id }) {
	return id.slice(0, Math.max(0, id.indexOf("/")));
}
/** The model's own name, as it is sent. May hold slashes itself. */
function modelName({ id }) {
	return id.slice(id.indexOf("/") + 1);
}
/**
* When the table was made. Its source is `@pydantic/genai-prices` 0.1.8, a snapshot of the providers' price pages:
* standard tier, prompts of up to 200,000 tokens. Models it does not name are unknown here too.
*/
const PRICES_AS_OF = "2026-11-23";
const OPUS_4 = {
	input: 15,
	cachedInput: 1.5,
	cacheWrite: 18.75,
	output: 75
};
const OPUS_5 = {
	input: 5,
	cachedInput: .5,
	cacheWrite: 6.25,
	output: 25
};
const SONNET_4 = {
	input: 3,
	cachedInput: .3,
	cacheWrite: 3.75,
	output: 15
};
const SONNET_5 = {
	input: 2,
	cachedInput: .2,
	cacheWrite: 2.5,
	output: 10
};
/** By the origin that is paid, then by model; a dated snapshot (`-20250514`, `-2025-08-07`) costs what its model costs. */
const PRICE_TABLE = {
	"https://api.openai.com": {
		"gpt-5.5": {
			input: 5,
			cachedInput: .5,
			output: 30
		},
		"gpt-5": {
			input: 1.25,
			cachedInput: .125,
			output: 10
		},
		"gpt-5-mini": {
			input: .25,
			cachedInput: .025,
			output: 2
		},
		"gpt-4.1": {
			input: 2,
			cachedInput: .5,
			output: 8
		},
		"gpt-4.1-mini": {
			input: .4,
			cachedInput: .1,
			output: 1.6
		},
		"gpt-4o": {
			input: 2.5,
			cachedInput: 1.25,
			output: 10
		},
		o3: {
			input: 2,
			cachedInput: .5,
			output: 8
		},
		"o4-mini": {
			input: 1.1,
			cachedInput: .275,
			output: 4.4
		}
	},
	"https://api.anthropic.com": {
		"claude-opus-5": OPUS_5,
		"claude-opus-5-5": {
			input: 4,
			cachedInput: .2,
			cacheWrite: 5,
			output: 20
		},
		"claude-sonnet-5": SONNET_5,
		"claude-sonnet-5-5": SONNET_5,
		"claude-opus-4-6": OPUS_5,
		"claude-opus-4-5": OPUS_5,
		"claude-opus-4-1": OPUS_4,
		"claude-opus-4": OPUS_4,
		"claude-sonnet-4-5": SONNET_4,
		"claude-sonnet-4": SONNET_4,
		"claude-haiku-4-5": {
			input: 1,
			cachedInput: .1,
			cacheWrite: 1.25,
			output: 5
		},
		"claude-3-7-sonnet": SONNET_4,
		"claude-3-5-sonnet": SONNET_4,
		"claude-3-opus": OPUS_4
	},
	"https://generativelanguage.googleapis.com": {
		"gemini-2.5-pro": {
			input: 1.25,
			cachedInput: .125,
			output: 10
		},
		"gemini-3-pro-preview": {
			input: 2,
			cachedInput: .2,
			output: 12
		}
	},
	"https://api.x.ai": { "grok-4": {
		input: 3,
		cachedInput: .75,
		output: 15
	} }
};
const FREE = {
	input: 0,
	output: 0
};
/** What stands in prices for all models of a provider. */
function everyModelOf(provider) {
	return `${provider}/*`;
}
/**
* The price of a model: the configuration's (its own, else its provider's), else the table's for the origin that is paid.
* Offline models cost nothing.
*/
function priceOf(ref, overrides = {}) {
	for (const name of [ref.id, everyModelOf(providerName(ref))]) if (Object.hasOwn(overrides, name)) return overrides[name];
	if (!isLive(ref)) return FREE;
	const prices = Object.hasOwn(PRICE_TABLE, ref.origin) ? PRICE_TABLE[ref.origin] : {};
	const name = ref.model.replace(/-(\d{8}|\d{4}-\d{2}-\d{2})$/, "");
	return Object.hasOwn(prices, name) ? prices[name] : "unknown";
}
/**
* US dollars of some usage.
*
* @example 1,000,000 input tokens, 800,000 of them cached, and 10,000 output tokens at {input 3, cachedInput 0.3,
* output 15}: 0.2 x 3 + 0.8 x 0.3 + 0.01 x 15 = 0.99.
*/
function costOf(usage, price) {
	if (price === "unknown") return "unknown";
	const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens } = usage;
	return (Math.max(0, inputTokens - cachedInputTokens - cacheWriteTokens) * price.input + cachedInputTokens * (price.cachedInput ?? price.input) + cacheWriteTokens * (price.cacheWrite ?? price.input) + outputTokens * price.output) / 1e6;
}
/** The sum, unknown as soon as one part is. */
function addCosts(costs) {
	return costs.reduce((sum, cost) => sum === "unknown" || cost === "unknown" ? "unknown" : sum + cost, 0);
}
/** Hosts that answer with a cloud machine's own credentials, by name. */
const METADATA_NAMES = /* @__PURE__ */ new Set([
	"metadata",
	"metadata.google.internal",
	"metadata.goog",
	"instance-data"
]);
const RESERVED_V4 = [
	"0.0.0.0/8",
	"10.0.0.0/8",
	"100.64.0.0/10",
	"127.0.0.0/8",
	"169.254.0.0/16",
	"172.16.0.0/12",
	"192.0.0.0/24",
	"192.168.0.0/16",
	"198.18.0.0/15",
	"224.0.0.0/4",
	"240.0.0.0/4",
	"168.63.129.16/32"
];
const RESERVED_V6 = [
	"::/96",
	"::ffff:0:0/96",
	"64:ff9b::/96",
	"2002::/16",
	"fc00::/7",
	"fe80::/10",
	"ff00::/8"
];
const loopbackV4 = blockList("ipv4", ["127.0.0.0/8"]);
const reservedV4 = blockList("ipv4", RESERVED_V4);
const reservedV6 = blockList("ipv6", RESERVED_V6);
const translatedV4 = blockList("ipv6", ["64:ff9b::/96"]);
/**
* Classifies the host of a parsed `URL` (`url.hostname`), which has already turned every spelling of an IPv4 address
* (decimal, octal, hexadecimal, short) into four numbers. An IPv4 address inside an IPv6 one is never loopback.
*/
function classifyHost(hostname) {
	const host = hostname.toLowerCase().replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
	const version = isIP(host);
	if (version === 0) {
		if (host === "localhost" || host.endsWith(".localhost")) return "loopback";
		return METADATA_NAMES.has(host) ? "private" : "public";
	}
	if (version === 6) return host === "::1" ? "loopback" : reservedV6.check(host, "ipv6") ? "private" : "public";
	if (loopbackV4.check(host, "ipv4")) return "loopback";
	return reservedV4.check(host, "ipv4") ? "private" : "public";
}
/**
* Classifies an address that a name was resolved to. In a network that speaks only IPv6 every IPv4 address comes as one of
* `64:ff9b::/96` (RFC 6052): there the IPv4 address inside decides.
*/
function classifyAddress(text) {
	const address = text.replace(/%.*$/, "");
	return classifyHost((isIP(address) === 6 && translatedV4.check(address, "ipv6") ? innerV4(address) : void 0) ?? address);
}
/** The last four bytes, as a `URL` writes them: two groups of hexadecimal digits, leading zeros left out. */
function innerV4(address) {
	return new URL(`http://[${address}]`).hostname.slice(1, -1).split(":").slice(-2).flatMap((group) => {
		const value = Number.parseInt(group === "" ? "0" : group, 16);
		return [value >> 8, value & 255];
	}).join(".");
}
function blockList(family, ranges) {
	const list = new BlockList();
	for (const range of ranges) {
		const [network, prefix] = range.split("/");
		list.addSubnet(network, Number(prefix), family);
	}
	return list;
}
/** The endpoint of a base URL, or every rule it breaks. Nothing is looked up and nothing is contacted. */
function checkEndpoint(text, rules) {
	if (!URL.canParse(text)) return [{ message: `baseUrl is not a URL: ${withoutUserinfo(text)}` }];
	const url = new URL(text);
	const problems = [...spellingProblems(text, url), ...addressProblems(url, rules)];
	if (problems.length > 0) return problems;
	return {
		origin: url.origin,
		baseUrl: url.origin + endpointPath(url)
	};
}
/** Paths that the protocols themselves put behind a base URL: often pasted along with it. */
const PROTOCOL_PATHS = /\/(chat\/completions|completions|messages|responses)$/;
/** The path below an origin, without the protocol's own end and without a slash at the end. */
function endpointPath({ pathname }) {
	return pathname.replace(/\/+$/, "").replace(PROTOCOL_PATHS, "");
}
/** The host of an origin where it is a public name, and not one that may lead to a private address. */
function publicName(origin, allowPrivate) {
	const { hostname } = new URL(origin);
	return !isAddress(hostname) && classifyHost(hostname) === "public" && !isNamed(hostname, allowPrivate) ? hostname : void 0;
}
function isNamed(hostname, allowPrivate) {
	return allowPrivate.some((host) => host.toLowerCase() === hostname);
}
function spellingProblems(text, url) {
	const problems = [];
	if (url.protocol !== "https:" && url.protocol !== "http:") {
		const hint = /^[\w.-]+:\d+(?:\/|$)/.test(text) ? `Write https://${text}, or http://${text} for a server of your own.` : void 0;
		problems.push({
			message: `baseUrl must be https, not ${url.protocol}`,
			...whereDefined({ hint })
		});
	}
	if (url.username !== "" || url.password !== "") problems.push({
		message: `baseUrl must not hold a user name or password: ${withoutUserinfo(text)}`,
		hint: "Name the variable that holds the key in apiKeyEnv."
	});
	if (url.search !== "" || url.hash !== "") {
		const message = `baseUrl must end with its path, without ? or #: ${url.origin}${url.pathname}`;
		problems.push({
			message,
			...url.searchParams.has("api-version") && { hint: "On Azure https://RESOURCE.openai.azure.com/openai/v1 takes no api-version." }
		});
	}
	const written = /^[a-z]+:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(text)?.[1]?.toLowerCase();
	if (written !== void 0 && written !== url.hostname && isAddress(url.hostname)) problems.push({
		message: `baseUrl hides its address: ${written} is ${url.hostname}`,
		hint: `Write ${url.hostname}.`
	});
	return problems;
}
function addressProblems(url, { carriesSecret, allowPrivate }) {
	const kind = classifyHost(url.hostname);
	const named = isNamed(url.hostname, allowPrivate);
	const hint = `If that is meant, name it in the base branch's policy: allowPrivate: ["${url.hostname}"].`;
	if (kind === "private" && !named) return [{
		message: `baseUrl is a private, link-local or metadata address: ${url.hostname}`,
		hint
	}];
	if (kind === "loopback") return carriesSecret && !named ? [{
		message: `a key would be sent to a loopback address: ${url.host}`,
		hint
	}] : [];
	if (url.protocol === "http:" && !(named && !carriesSecret)) {
		const way = carriesSecret ? "Only a loopback address may be http: a key would travel in the open." : `A host of your own network may be http where the base branch's policy names it: allowPrivate: ["${url.hostname}"].`;
		return [{
			message: `baseUrl must be https: ${url.origin}`,
			hint: way
		}];
	}
	return [];
}
function isAddress(hostname) {
	return hostname.startsWith("[") || /^[\d.]+$/.test(hostname);
}
function withoutUserinfo(text) {
	return text.replace(/\/\/[^/?#]*@/, "//");
}
const SHOWN = "[secret]";
function createSecret(text) {
	const show = () => SHOWN;
	return Object.freeze({
		reveal: () => text,
		toString: show,
		toJSON: show,
		[Symbol.for("nodejs.util.inspect.custom")]: show
	});
}
/** A text with every appearance of the secrets in it taken out, also where they are written in base64 or for a URL. */
function redact(text, secrets) {
	let redacted = text;
	for (const secret of secrets) {
		const plain = secret.reveal();
		for (const form of [
			plain,
			Buffer.from(plain).toString("base64"),
			encodeURIComponent(plain)
		]) if (form !== "") redacted = redacted.replaceAll(form, SHOWN);
	}
	return redacted;
}
const PROXY_VARIABLES = [
	"HTTP_PROXY",
	"HTTPS_PROXY",
	"http_proxy",
	"https_proxy"
];
/** What in the environment would show a key to others than its endpoint. */
function exposures(env) {
	const byVariable = env["NODE_USE_ENV_PROXY"] === "1" ? ["NODE_USE_ENV_PROXY"] : [];
	const switches = /(^|\s)--use-env-proxy(\s|$)/.test(env["NODE_OPTIONS"] ?? "") ? ["NODE_OPTIONS"] : [];
	const proxied = (PROXY_VARIABLES.some((name) => (env[name] ?? "") !== "") ? [...byVariable, ...switches] : []).map((name) => ({
		message: `${name} would lead its key through a proxy`,
		hint: `Unset ${name} for the gate: a key goes to its own endpoint and to nobody between.`
	}));
	if (env["NODE_TLS_REJECT_UNAUTHORIZED"] !== "0") return proxied;
	const unchecked = {
		message: "NODE_TLS_REJECT_UNAUTHORIZED is 0: its key would go to whoever answers in its name",
		hint: "Unset it; a certificate of your own authority goes into NODE_EXTRA_CA_CERTS."
	};
	return [...proxied, unchecked];
}
/** What people paste along with a key, and what no vendor's key looks like. */
const AROUND_A_KEY = [
	[/^(["'`]).*\1$/s, "has quotation marks around it"],
	[/^bearer\s/i, "begins with \"Bearer\", which the gate writes itself"],
	[/^(?:export\s+)?[A-Z][A-Z0-9]*_[A-Z0-9_]*=[^=]/, "is a whole line of a file of settings, with its name"],
	[/^\$\{?\{?/, "is a placeholder that nothing was put into"]
];
/** Undefined where it is not set or cannot be a key: `problems` says why. */
function readSecret(env, variable, problems) {
	const value = env[variable]?.trim();
	if (value === void 0 || value === "") {
		problems.push({
			message: `the environment variable ${variable} is not set`,
			hint: `Set it${howToSet(env, variable)}`
		});
		return;
	}
	const around = AROUND_A_KEY.find(([pattern]) => pattern.test(value))?.[1];
	if (around !== void 0) {
		problems.push({
			message: `the value of ${variable} ${around}`,
			hint: "Set it to the key alone."
		});
		return;
	}
	if (!/^[\x21-\x7e]+$/.test(value)) {
		problems.push({ message: `the value of ${variable} has characters that a header cannot carry` });
		return;
	}
	return createSecret(value);
}
/** In the words of the service that this runs on; elsewhere for a shell and for the two that most people have. */
function howToSet(env, variable) {
	const service = findCiService(env);
	if (service !== void 0) return ` ${service.giveKey(variable)}`;
	return `: export ${variable}=... in this shell; in a workflow: env: ${variable}: \${{ secrets.${variable} }}, on GitLab a CI/CD variable that is not protected. Pull requests from forks get no secrets.`;
}
const RESERVED_HEADERS = /* @__PURE__ */ new Set([
	"host",
	"connection",
	"content-length",
	"content-type",
	"transfer-encoding",
	"te",
	"upgrade"
]);
/**
* Reads a provider's key and headers from the environment and checks its endpoint.
* @throws UserError with every problem: an endpoint that is refused, a variable that is missing or unusable, one that
* would lead a key through a proxy.
*/
function resolveProvider(config, env) {
	const vendor = vendorOf(config.kind);
	const apiKeyEnv = config.apiKeyEnv ?? (config.baseUrl === void 0 ? vendor.apiKeyEnv : void 0);
	const headerNames = Object.entries(config.headersEnv ?? {});
	const problems = [];
	const endpoint = checkEndpoint(config.baseUrl ?? vendor.baseUrl, {
		carriesSecret: apiKeyEnv !== void 0 || headerNames.length > 0,
		allowPrivate: config.allowPrivate ?? []
	});
	if (!("origin" in endpoint)) problems.push(...endpoint);
	const secret = apiKeyEnv === void 0 ? void 0 : readSecret(env, apiKeyEnv, problems);
	const headers = {};
	for (const [header, variable] of headerNames) {
		const name = header.toLowerCase();
		if (RESERVED_HEADERS.has(name) || !/^[a-z0-9-]+$/.test(name)) problems.push({ message: `headersEnv cannot set the header ${JSON.stringify(header)}` });
		const value = readSecret(env, variable, problems);
		if (value !== void 0) headers[name] = value;
	}
	if (secret !== void 0 || headerNames.length > 0) problems.push(...exposures(env));
	if (problems.length > 0 || !("origin" in endpoint)) throw new UserError(problems.map((problem) => atProvider(problem, config)));
	const lookUp = config.baseUrl !== void 0 && secretVariables(config).length > 0 ? publicName(endpoint.origin, config.allowPrivate ?? []) : void 0;
	return {
		name: config.name,
		kind: config.kind,
		...endpoint,
		headers,
		...whereDefined({ lookUp }),
		...secret && { secret },
		concurrency: config.concurrency ?? 8,
		...config.concurrency === void 0 && isLocal(endpoint.origin) && { searchesSlots: true }
	};
}
/** One problem for each variable that two providers would send to different origins: a key belongs to one. */
function checkKeyBinding(configs) {
	const owners = /* @__PURE__ */ new Map();
	return configs.flatMap((config) => {
		const { origin } = endpointOf(config);
		return secretVariables(config).flatMap((variable) => {
			const owner = owners.get(variable);
			owners.set(variable, owner ?? {
				origin,
				name: config.name
			});
			if (owner === void 0 || owner.origin === origin) return [];
			return [atProvider({
				message: `${variable} would be sent to two places: ${owner.origin} (${owner.name}) and ${origin}`,
				hint: "Keep a key of its own for each endpoint."
			}, config)];
		});
	});
}
/** The environment variables that a provider reads its key and headers from. */
function secretVariables({ kind, baseUrl, apiKeyEnv, headersEnv = {} }) {
	const keyEnv = apiKeyEnv ?? (baseUrl === void 0 ? vendorOf(kind).apiKeyEnv : void 0);
	return [...keyEnv === void 0 ? [] : [keyEnv], ...Object.values(headersEnv)];
}
/** What of a provider's endpoint is in every key, whether or not its key is there: plans are made without keys. */
function endpointOf({ kind, baseUrl }) {
	const text = baseUrl ?? vendorOf(kind).baseUrl;
	if (!URL.canParse(text)) return {
		origin: text,
		basePath: ""
	};
	const url = new URL(text);
	return {
		origin: url.origin,
		basePath: endpointPath(url)
	};
}
/**
* Whether an endpoint is a server of the user's own: on this machine, in a private network, or without encryption, as only
* those may be. Small and slow models stand behind such.
*/
function isLocal(origin) {
	if (!URL.canParse(origin)) return false;
	const { protocol, hostname } = new URL(origin);
	return protocol === "http:" || classifyHost(hostname) !== "public";
}
/** Whether an endpoint is on this machine: nobody sends a bill for what is answered there. */
function isLoopback(origin) {
	return URL.canParse(origin) && classifyHost(new URL(origin).hostname) === "loopback";
}
function atProvider(problem, { name, place }) {
	return {
		...problem,
		message: `provider ${name}: ${problem.message}`,
		...place && { place }
	};
}
/** Problems between options of a config that fits the schema. */
function crossCheck(config) {
	return [
		...unknownProviders(config),
		...repeatedIds(config),
		...sameModels(config),
		...uselessAnswers(config),
		...panelProblems(config),
		...selectionProblems(config)
	];
}
function idOf(entry) {
	return typeof entry === "string" ? entry : entry.id;
}
/** Every model that is asked needs its provider. */
function unknownProviders({ models, judges, classifier, providers }) {
	const asked = [
		...models.map((entry, index) => ({
			entry,
			path: ["models", index]
		})),
		...judges.map((entry, index) => ({
			entry,
			path: ["judges", index]
		})),
		...classifier === void 0 ? [] : [{
			entry: classifier,
			path: ["classifier"]
		}]
	];
	const recorded = new Set(models.flatMap((entry) => typeof entry !== "string" && entry.answers ? [entry.id] : []));
	return asked.flatMap(({ entry, path }) => {
		const id = idOf(entry);
		const provider = providerName({ id });
		if (path[0] === "models" && recorded.has(id) || Object.hasOwn(providers, provider)) return [];
		const near = nearestName(provider, Object.keys(providers));
		const hint = near === void 0 ? "add it under `providers`" : `did you mean "${near}"?`;
		return [{
			path,
			message: `${id}: there is no provider "${provider}"`,
			hint
		}];
	});
}
function repeatedIds(config) {
	return ["models", "judges"].flatMap((list) => {
		const ids = config[list].map(idOf);
		return ids.flatMap((id, index) => ids.indexOf(id) === index ? [] : [{
			path: [list, index],
			message: `${id} is listed twice under ${list}`,
			hint: `give it another id: { id: ${providerName({ id })}/second, model: ${modelName({ id })}, params: ... } is the same model with what makes it another`
		}]);
	});
}
function panelProblems({ judges, classifier, specUse }) {
	const problems = [];
	if (judges.length % 2 === 0) problems.push({
		path: ["judges"],
		message: `a panel needs an odd number of judges, got ${judges.length}`,
		hint: "add or remove one, so that a majority always exists"
	});
	if (specUse === "prompt" && classifier === void 0) problems.push({
		path: ["specUse"],
		message: "`specUse: prompt` needs a classifier",
		hint: "add `classifier: provider/model`"
	});
	return problems;
}
function selectionProblems({ specUse, seeding, selection }) {
	const problems = [];
	if (specUse === "prompt" && seeding.draws === "answers") problems.push({
		path: ["seeding", "draws"],
		message: "`seeding.draws: answers` needs `specUse: target`: an answer to a prompt serves no other prompt",
		hint: "use `nightly`"
	});
	if (selection.extendTo < selection.scenarios) problems.push({
		path: ["selection", "extendTo"],
		message: `selection.extendTo (${selection.extendTo}) is less than selection.scenarios (${selection.scenarios})`,
		hint: "raise it, or lower selection.scenarios"
	});
	return problems;
}
/** Options that are sent to a model say nothing of answers that are already recorded. */
function uselessAnswers(config) {
	return config.models.flatMap((entry, index) => {
		if (typeof entry === "string" || entry.answers === void 0) return [];
		const path = [
			"models",
			index,
			"answers"
		];
		if (config.specUse === "prompt") return [{
			path,
			message: `${entry.id}: recorded answers say nothing about a spec that models are given`,
			hint: "with `specUse: prompt` the model has to be asked"
		}];
		if (entry.system === void 0 && entry.params === void 0) return [];
		return [{
			path,
			message: `${entry.id}: neither \`system\` nor \`params\` reaches a model whose answers are recorded`,
			hint: "remove them; say what differs with `version`"
		}];
	});
}
/** Judges, or models, that are one and the same behind two names: their answers would be one answer counted twice. */
function sameModels(config) {
	return ["models", "judges"].flatMap((list) => {
		const owners = /* @__PURE__ */ new Map();
		return config[list].flatMap((entry, index) => {
			const options = typeof entry === "string" ? { id: entry } : entry;
			const identity = identityOf(config, options);
			const owner = identity === void 0 ? void 0 : owners.get(identity);
			if (identity !== void 0 && owner === void 0) owners.set(identity, options.id);
			if (owner === void 0 || owner === options.id) return [];
			return [{
				path: [list, index],
				message: `${options.id} is the same model as ${owner}, at the same endpoint`,
				hint: "remove one, or say what differs with version or params"
			}];
		});
	});
}
function identityOf(config, { id, model, version, params, system, answers }) {
	if (answers !== void 0) return JSON.stringify([
		"answers",
		answers,
		id
	]);
	const name = providerName({ id });
	const provider = Object.hasOwn(config.providers, name) ? config.providers[name] : void 0;
	if (provider === void 0) return void 0;
	const { origin, basePath } = isLive(provider) ? endpointOf(withoutUndefined(provider)) : {
		origin: JSON.stringify(provider),
		basePath: ""
	};
	return JSON.stringify([
		provider.kind,
		origin,
		basePath,
		model ?? modelName({ id }),
		version,
		params,
		system
	]);
}
function withoutUndefined({ kind, baseUrl }) {
	return baseUrl === void 0 ? { kind } : {
		kind,
		baseUrl
	};
}
const DEFAULT_BANK = ".spec-gate/bank.jsonl";
/** One or more. */
const Count = int().min(1);
const Selection = strictObject({
	scenarios: Count.default(32).meta({ description: "How many of the scenarios linked to what changed a check starts with." }),
	extendTo: Count.default(64).meta({ description: "How many it goes up to where these do not decide." }),
	modelScenarios: Count.optional().meta({ description: "The most answers that a change of models takes of either model: one for each of so many scenarios, or in a smaller bank several for each (16 at most). It looks six times on the way and stops where it is decided. 900 unless set." }),
	replicates: strictObject({
		base: int().min(2).max(16).default(4).meta({ description: "Answers of the base that are kept for each scenario and model; `mode: seed` fills them." }),
		confirm: int().min(1).max(16).default(2).meta({ description: "Fresh answers of either side that a confirmation takes for each scenario and model: one at first, then one more as long as it is undecided, up to three times this number." })
	}).prefault({})
}).prefault({}).meta({ description: "How many scenarios and answers a check asks for." });
const Coverage = strictObject({
	write: boolean().default(false).meta({ description: "Whether a check writes the scenarios that its changed clauses lack; never on forks." }),
	perClause: Count.max(256).default(32).meta({ description: "Scenarios a changed clause should have." }),
	usd: number().min(0).default(3).meta({ description: "Most US dollars a check spends on writing, of its budget." })
}).prefault({}).meta({ description: "Scenarios written for a change." });
const Seeding = strictObject({
	clauses: _enum(["all", "recent"]).default("all").meta({ description: "`recent`: only for scenarios of clauses that the last edits of the spec touched; the others are left to the change that touches them." }),
	edits: Count.max(200).default(20).meta({ description: "With `recent`: how many of the last commits that touched the spec." }),
	draws: _enum([
		"nightly",
		"all",
		"answers"
	]).default("nightly").meta({ description: "`nightly`: each run adds one of the base answers to each scenario, once a night, until all are there. `all`: asks all at once; answers of one night count as one, so that changes take more answers to pass. `answers`: with `specUse: target`, the first answers alone and no rulings, a fifth of the price of four draws; a check then asks both sides for rulings." })
}).prefault({}).meta({ description: "`mode: seed`: base answers asked ahead, so that a check finds them stored." });
const Budget = strictObject({
	calls: int().min(0).default(2e4).meta({ description: "Most calls of a run; stored answers are none." }),
	usd: number().min(0).default(25).meta({ description: "Most US dollars of a run." }),
	minutes: number().min(0).default(60).meta({ description: "Most minutes of a run; calls under way are ended." }),
	dayUsd: number().min(0).optional().meta({ description: "Most US dollars a day over all runs that share the store." }),
	weekUsd: number().min(0).optional().meta({ description: "Most US dollars a week over all runs that share the store." }),
	repairUsd: number().min(0).default(5).meta({ description: "Most US dollars that looking for a repair may take, beside what the check takes." }),
	allowUnknownPrices: boolean().default(false).meta({ description: "Allow models without a price; dollar caps then do not cover them." })
}).prefault({}).meta({ description: "Caps of one run; reaching one ends it inconclusive and keeps what was finished." });
const EnvironmentName = string().regex(/^[A-Z_][A-Z0-9_]*$/, "expected the name of an environment variable, such as OPENAI_API_KEY");
const AllowPrivate = array(string()).meta({ description: "Hosts that may get the key although they are loopback or private, or lead to a private address." });
/** US dollars per million tokens; `0` for a model that costs nothing. */
const Price = union([literal(0).transform(() => ({
	input: 0,
	output: 0
})), strictObject({
	input: number().min(0),
	cachedInput: number().min(0).optional(),
	cacheWrite: number().min(0).optional(),
	output: number().min(0)
})]);
const VENDOR_KEYS = vendorKeys().map((key) => `\`${key}\``).join(", ");
function live(kind) {
	return strictObject({
		kind: literal(kind).meta({ description: "The protocol it speaks; `openai` is chat completions." }),
		baseUrl: url().optional().meta({ description: "Its address; default: the vendor's own." }),
		apiKeyEnv: EnvironmentName.optional().meta({ description: `The variable that holds the key; default at the vendors: ${VENDOR_KEYS}.` }),
		headersEnv: record(string(), EnvironmentName).optional().meta({ description: "Further headers, each with the variable that holds its value." }),
		allowPrivate: AllowPrivate.optional(),
		concurrency: int().min(1).max(256).optional().meta({ description: "Calls at once. Unless set 8, and on a server of your own as many as get more done; halved where calls time out." }),
		price: Price.optional().meta({ description: "US dollars per million tokens of all its models (`{ input, output }`); `0` where it costs nothing." })
	});
}
const Flex = _enum(["unattended", "always"]).meta({ description: "Asks spare capacity (`service_tier: flex`) first, at half the price and slower: `unattended` in seeding, nights and work on banks, `always` in checks, too. What does not come that way is asked at the usual price." });
const PROVIDERS = {
	openai: live("openai").extend({ flex: Flex.optional() }),
	anthropic: live("anthropic"),
	simulated: strictObject({
		kind: literal("simulated"),
		world: string()
	}),
	recorded: strictObject({
		kind: literal("recorded"),
		file: string()
	})
};
const Provider = discriminatedUnion("kind", Object.values(PROVIDERS)).meta({ description: "Where models are asked. A key is named by its environment variable and only ever sent to this origin." });
/** The file that an offline provider answers from, and the option that names it. */
function offlineFile(provider) {
	switch (provider.kind) {
		case "simulated": return {
			option: "world",
			path: provider.world
		};
		case "recorded": return {
			option: "file",
			path: provider.file
		};
		default: return provider;
	}
}
const Nightly = strictObject({
	sentinels: Count.default(16).meta({ description: "Scenarios asked every night." }),
	rotation: int().min(0).default(8).meta({ description: "Further scenarios a night, going round the bank; fewer where `budget` leaves less." }),
	draws: int().min(2).max(8).default(2).meta({ description: "Answers for each scenario and model; as many again where something looks changed." }),
	keepNights: union([int().min(92), literal("all")]).default(92).meta({ description: "Nights kept whole, 92 or more, or `all`. Of older ones only what no later night can need is deleted from the store." }),
	anchorFrom: date().optional().meta({ description: "Accepts a change: the first whole night from this day (UTC) on is the new anchor." }),
	webhook: strictObject({
		urlEnv: EnvironmentName.meta({ description: "The variable that holds the address, which may carry a token." }),
		allowPrivate: array(string()).optional().meta({ description: "Private or loopback hosts that the address may name." })
	}).optional().meta({ description: "An address that is told of each alarm, with a severity and a key by which repeats are known, and of its end." })
}).prefault({}).meta({ description: "`check --mode nightly`: how much is asked, and who is told." });
const FailOrReport = _enum(["fail", "report"]);
const Margins = strictObject(mapMetrics(({ most, defaults, measures }) => number().min(0).max(most).default(defaults.margin).meta({ description: measures }))).prefault({}).meta({ description: "The rise (fall, for judge agreement) that a pass rules out; a confirmed, significant effect of half of it or more fails." });
const Limits = strictObject(mapMetrics(({ most }) => number().min(0).max(most).optional())).prefault({}).meta({ description: "The worst level that a change may reach, by metric; none unless set. What the base breaks already is reported and does not block." });
const Actions = strictObject({
	...mapMetrics(({ defaults, about }) => {
		const option = FailOrReport.default(defaults.action);
		return about === void 0 ? option : option.meta({ description: about });
	}),
	newOutliers: FailOrReport.default("report").meta({ description: "Answers that stand apart from nearly all other models' and did not on the base." }),
	untested: _enum([
		"fail",
		"report",
		"inconclusive"
	]).default("inconclusive").meta({ description: "A changed clause that no scenario tests." }),
	policyChange: FailOrReport.default("fail").meta({ description: "A change of what pull requests are judged by: margins, actions, judges, approvers, budget ..." }),
	unprovenJudges: _enum(["inconclusive", "report"]).optional().meta({ description: "Judges that were never seen to object, or that miss answers whose ruling is known. Default: `inconclusive` where such answers are labelled (`labelled`), else `report`: a pass says so first." }),
	unseen: _enum([
		"fail",
		"report",
		"inconclusive"
	]).default("inconclusive").meta({ description: "A change that judges cannot see: comments, characters that show nothing, attributes that no prompt carries, text outside of clauses." })
}).prefault({}).meta({ description: "What each metric does when it moves: `fail` blocks, `report` only says so." });
const ModelId = string().regex(/^[^/\s]+\/\S+$/, "expected provider/model, such as openai/gpt-5.5");
const ModelOptions = strictObject({
	id: ModelId.meta({ description: "`provider/model`: its name here, and in every report." }),
	model: string().min(1).optional().meta({ description: "The name that the provider knows; default: what follows the provider in `id`. Several ids may share one." }),
	version: string().optional().meta({ description: "What its name does not say, such as a checkpoint. Another version is another model; it is not sent." }),
	params: record(string(), json()).optional().meta({ description: "Sent as they are, lists and objects too: `temperature`, `maxTokens`, `reasoningEffort`, `chat_template_kwargs`." }),
	system: string().optional().meta({ description: "A file with a system prompt of its own; a judge gets it before the instructions of the gate." }),
	answers: string().min(1).optional().meta({ description: "Recorded answers that stand for asking it: a file (JSON Lines, CSV, Parquet, Inspect log) or a folder of them. Needs no provider." }),
	replaces: ModelId.optional().meta({ description: "The model it is compared with when the list of models changes." })
});
const ModelEntry = union([ModelId, ModelOptions]);
/** Judges and classifiers replace nobody. Their own system prompt comes before the gate's. */
const JudgeEntry = union([ModelId, ModelOptions.omit({
	replaces: true,
	answers: true
})]);
/** Names of buckets as S3 allows them; a prefix of plain words, so that it reads the same in an address, a log and a shell. */
const STORE_URL = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:\/[\w.=-]+)*)\/?$/;
/** Undefined for what is no such address. */
function parseStoreUrl(text) {
	const [, bucket, path] = STORE_URL.exec(text) ?? [];
	if (bucket === void 0 || path === void 0) return void 0;
	return {
		bucket,
		prefix: path === "" ? "" : `${path.slice(1)}/`
	};
}
/** Whether a text is meant as the address of an object store, well written or not. */
function isStoreUrl(text) {
	return text.startsWith("s3:");
}
const StoreAddress = string().refine((text) => parseStoreUrl(text) !== void 0, "expected s3://bucket/prefix");
const ObjectStore = strictObject({
	url: StoreAddress,
	endpoint: url({ protocol: /^https?$/ }).optional().meta({ description: "Of a server that is not AWS's: R2, MinIO, GCS. Default: `AWS_ENDPOINT_URL_S3`, then AWS." }),
	region: string().regex(/^[a-z0-9-]+$/).optional().meta({ description: "Default: `AWS_REGION`, then the profile; at another endpoint `us-east-1`." })
});
/** Non-empty text or a list of it. */
const Paths = union([string().min(1), array(string().min(1)).min(1)]);
const ConfigSchema = strictObject({
	spec: Paths.meta({ description: "File, glob or list: the spec as Markdown clauses, or rules as YAML or JSON: a list of `{id, text}` or of texts, or names with either below them." }),
	clauses: _enum([
		"headings",
		"items",
		"paragraphs"
	]).default("headings").meta({ description: "What counts as a clause: the text under a heading, each list item, or each paragraph. System prompts have few headings." }),
	ignore: array(string().regex(/[^*\s]/, "expected more than *")).default([]).meta({ description: "Lines of the spec that are no part of it, `*` standing for any text: `Last updated: *`." }),
	specUse: _enum(["target", "prompt"]).default("target").meta({ description: "`target`: models are trained towards the spec and never see it. `prompt`: it is their system prompt." }),
	promptWithout: array(_enum(["frontMatter", "comments"])).default([]).meta({ description: "With `specUse: prompt`: what of the spec's files is left out of the system prompt; the rest goes to models as it is written." }),
	bank: string().default(DEFAULT_BANK).meta({ description: "The scenario bank: a file of scenarios, one JSON object a line." }),
	labelled: string().optional().meta({ description: "Labelled items: answers with the ruling they deserve (default: `labelled.jsonl` beside the config, where there is one). Every check has judges rule on some of them." }),
	judgeContext: _enum(["linked", "full"]).default("linked").meta({ description: "What judges read: the scenario's linked and the global clauses, or the whole spec." }),
	judgeExamples: boolean().default(false).meta({ description: "Whether judges read worked examples before the clauses: some 5,000 tokens that are the same in every prompt, so that prompt caches keep its beginning. Other words are other rulings: none is shared with those made without." }),
	providers: record(string().regex(/^[\w-]+$/), Provider).meta({ description: "Where models are asked, under names of your own: the first part of every `provider/model`." }),
	models: array(ModelEntry).min(1).meta({ description: "The models whose behaviour the spec is about." }),
	judges: array(JudgeEntry).min(3).meta({ description: "The panel: an odd number of judges, three or more; from two vendors at least, where you can. They are asked in this order: the first that make a majority rule on every answer, the others where these part, and on `auditShare` of all." }),
	classifier: JudgeEntry.optional().meta({ description: "A model that says how far each answer leans to either value, and what kind of answer it is; needed with `specUse: prompt` and to score banks." }),
	selection: Selection,
	coverage: Coverage,
	margins: Margins,
	limits: Limits,
	actions: Actions,
	onInconclusive: FailOrReport.default("fail").meta({ description: "Whether an inconclusive check blocks. One whose evidence was never gathered, was lost or cannot be trusted always does." }),
	approvers: array(string()).default([]).meta({ description: "Users or `org/team` slugs who may accept an intended change." }),
	disclose: _enum([
		"ids",
		"excerpts",
		"full"
	]).default("ids").meta({ description: "How much of scenarios and answers reports, comments and logs show." }),
	budget: Budget,
	seeding: Seeding,
	repair: _enum(["off", "suggest"]).default("off").meta({ description: "In the Action: `suggest` looks for an edit that would make a failing pull request pass, and shows it; never on forks, never applied." }),
	nightly: Nightly,
	prices: record(ModelId, Price).prefault({}).meta({ description: "US dollars per million tokens by `provider/model`; these go before the built-in table." }),
	auditShare: number().min(.2).max(1).default(.2).meta({ description: "Of answers, the share that every judge rules on, so that their agreement is measured; of the rest the last of `judges` are asked only where the first ones part." }),
	seed: string().default("spec-gate").meta({ description: "Any text. Every random choice starts from it: the same seed gives the same result." }),
	storePath: string().default(".spec-gate/store").meta({ description: "The folder that answers and rulings are kept in." }),
	store: union([StoreAddress.transform((url) => ({ url })), ObjectStore]).optional().meta({ description: "An object store that keeps answers for all machines, `s3://bucket/prefix`; `storePath` then holds copies. Credentials come from the environment." }),
	outputDir: string().default("spec-gate-report").meta({ description: "The folder that reports are written to." })
});
/** Where a published schema is found: as the newest release of this major version has it, the tag that a release moves. */
function schemaAddress(name) {
	return `https://raw.githubusercontent.com/spec-gate/spec-gate/v1/schemas/${name}.schema.json`;
}
/** One issue as problems; `root` is the value that was checked. */
function describeIssue(issue, root) {
	const name = issue.path.join(".");
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownOption(key, [...issue.path, key], knownKeys(issue.path)));
	const given = valueAt(root, issue.path);
	if (given === void 0) return [{
		path: issue.path,
		message: `${name} is missing`,
		...kindHint(issue)
	}];
	if (issue.code === "invalid_union" && issue.errors.length > 0) {
		const closest = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a))[0];
		if (depthOf(closest) > 0) return closest.flatMap((inner) => describeIssue({
			...inner,
			path: [...issue.path, ...inner.path]
		}, root));
		return [{
			path: issue.path,
			message: `${name}: ${sentence(closest[0]?.message ?? issue.message)}`
		}];
	}
	return [{
		path: issue.path,
		message: `${name}: ${sentence(issue.message)}${/Env\b/.test(name) ? "" : `, got ${JSON.stringify(given)}`}`,
		...hintFor(issue, given)
	}];
}
/** How far below the union's own place its issues lie: the branch that got furthest is the one meant. */
function depthOf(issues) {
	return Math.max(...issues.map((issue) => issue.path.length + (issue.code === "unrecognized_keys" ? 1 : 0)));
}
function hintFor(issue, given) {
	if (issue.code === "too_big" && issue.maximum === 1 && typeof given === "number" && given <= 100) return { hint: `a share is between 0 and 1; did you mean ${given / 100}?` };
	if (issue.code === "invalid_value" && typeof given === "string") {
		const near = nearestName(given, issue.values.map(String));
		if (near !== void 0) return { hint: `did you mean "${near}"?` };
	}
	if (issue.code === "invalid_format" && issue.format === "url") return { hint: "write it whole: https://host/v1, or http://127.0.0.1:8080/v1 for a server of your own" };
	return kindHint(issue);
}
function kindHint({ path }) {
	if (path.at(-1) !== "kind" || path[0] !== "providers") return {};
	return { hint: "a kind is a protocol: write kind: openai for nearly all servers and gateways, with their own baseUrl; kind: anthropic for Anthropic" };
}
/** What other tools call an option, where the names are not alike. */
const OTHER_NAMES = new Map([
	...[
		"api_base",
		"apiBase",
		"base_url",
		"url",
		"endpoint",
		"host",
		"api_url"
	].map((other) => [other, "baseUrl"]),
	...[
		"type",
		"provider",
		"api",
		"protocol"
	].map((other) => [other, "kind"]),
	...[
		"api_key",
		"key",
		"token",
		"api_key_env"
	].map((other) => [other, "apiKeyEnv"])
]);
function unknownOption(key, path, known) {
	const meant = OTHER_NAMES.get(key);
	const near = meant !== void 0 && known.includes(meant) ? meant : nearestName(key, known);
	return {
		path,
		message: `unknown option "${key}"${near === void 0 ? "" : `; did you mean "${near}"?`}`
	};
}
/** The option names that the schema has at a path. */
function knownKeys(path) {
	let node = ConfigSchema;
	for (const step of path) node = childSchema(node, step);
	return Object.keys(shapeOf(node) ?? {});
}
function childSchema(node, step) {
	const shape = shapeOf(node);
	if (shape !== void 0) return shape[String(step)];
	const { def } = unwrap(node);
	return def.valueType ?? def.element;
}
function shapeOf(node) {
	const inner = unwrap(node);
	if (inner?.shape !== void 0) return inner.shape;
	const shapes = inner?.def?.options?.map((option) => shapeOf(option)).filter((shape) => shape !== void 0);
	return shapes === void 0 || shapes.length === 0 ? void 0 : Object.assign({}, ...shapes);
}
function unwrap(node) {
	let inner = node;
	while (inner?.def?.innerType !== void 0) inner = inner.def.innerType;
	return inner;
}
function valueAt(root, path) {
	return path.reduce((node, step) => node?.[step], root);
}
function sentence(message) {
	return message.replace(/^Invalid input: /, "").replace(/^Too (?:big|small): /, "").replace(/^Invalid option: /, "").replace(/^Invalid discriminator value\. E/, "e").replace(/^Invalid URL$/, "no address of a server");
}
const MAX_BYTES = 1048576;
const MAX_ALIASES$1 = 50;
/** @throws UserError with every problem found in the text. */
function parseConfig(source) {
	const { file, text } = source;
	if (text.length > MAX_BYTES) throw new UserError({
		message: `the config is larger than ${MAX_BYTES} bytes`,
		place: { file }
	});
	refuseDeepNesting(source);
	const lines = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: lines,
		prettyErrors: false,
		uniqueKeys: true
	});
	const placeAt = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			file,
			line,
			column: col
		};
	};
	if (document.errors.length > 0) throw new UserError(document.errors.map((error) => ({
		message: firstLine(error.message),
		place: placeAt(error.pos[0])
	})));
	const value = readValue$1(document, file);
	const checked = ConfigSchema.safeParse(value);
	const problems = checked.success ? crossCheck(checked.data) : checked.error.issues.flatMap((issue) => describeIssue(issue, value));
	if (problems.length > 0) {
		const placed = problems.map(({ path, ...problem }) => ({
			offset: offsetOf$1(document, path),
			problem
		}));
		placed.sort((a, b) => a.offset - b.offset);
		throw new UserError(placed.map(({ offset, problem }) => ({
			...problem,
			place: placeAt(offset)
		})));
	}
	return withProviderPrices(checked.data);
}
/**
* A provider's price is that of all its models that have none of their own. On this machine and without a key they cost
* nothing; with one, what answers there may be a gateway to somebody who sends a bill.
*/
function withProviderPrices(config) {
	const prices = Object.entries(config.providers).flatMap(([name, provider]) => {
		if (!isLive(provider)) return [];
		const { kind, baseUrl = "", apiKeyEnv, headersEnv } = provider;
		const isOwn = isLoopback(baseUrl) && secretVariables({
			kind,
			baseUrl,
			apiKeyEnv,
			headersEnv
		}).length === 0;
		const price = provider.price ?? (isOwn ? FREE : void 0);
		return price === void 0 ? [] : [[everyModelOf(name), price]];
	});
	return prices.length === 0 ? config : {
		...config,
		prices: {
			...Object.fromEntries(prices),
			...config.prices
		}
	};
}
function readValue$1(document, file) {
	try {
		return document.toJS({ maxAliasCount: MAX_ALIASES$1 }) ?? {};
	} catch (error) {
		throw new UserError({
			message: `the YAML cannot be read: ${error.message}`,
			place: { file }
		});
	}
}
/** The offset of the key (for an unknown option) or value at a path, or of the nearest thing above it. */
function offsetOf$1(document, path) {
	for (let length = path.length; length > 0; length -= 1) {
		const pair = ((length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true))?.items)?.find((item) => item.key?.value === path[length - 1]);
		if (pair?.key?.range !== void 0) return pair.key.range[0];
		const node = document.getIn(path.slice(0, length), true);
		if (node?.range !== void 0) return node.range[0];
	}
	return 0;
}
function firstLine(message) {
	return message.split("\n", 1)[0];
}
/** The decision's numbers and choices, as the config gives them. */
function decisionPolicy(config) {
	const { margins, actions, onInconclusive, selection, seed } = config;
	const limits = Object.entries(config.limits).filter(([, limit]) => limit !== void 0);
	return {
		margins,
		limits: Object.fromEntries(limits),
		actions,
		onInconclusive,
		selection,
		seed
	};
}
/**
* A hash that identifies the policy: everything that decides who judges and by what numbers. Options on where files
* lie, what may be spent and what is shown are left out, so that moving the bank or raising the budget draws no new
* answers.
*/
function policyHash(config) {
	const { judges, classifier, judgeContext, judgeExamples, specUse, auditShare } = config;
	const asked = {
		judges,
		classifier,
		judgeContext,
		...judgeExamples && { judgeExamples }
	};
	const subject = {
		...decisionPolicy(config),
		...asked,
		specUse,
		auditShare
	};
	return hashJson(JSON.parse(JSON.stringify(subject)));
}
const ORIGIN = "recorded:answers:";
/** The origin of a model whose answers are recorded; other answers are another origin, and so other keys. */
function answersOrigin(digest) {
	return `${ORIGIN}${digest}`;
}
/** Whether a model's answers are data that somebody brought: using one is no call. */
function hasRecordedAnswers({ kind, origin }) {
	return kind === "recorded" && origin.startsWith(ORIGIN);
}
/**
* Draw n is the n-th answer. Where fewer were recorded than are asked for they come again from the first: judges rule
* on them anew, but they show nothing of how else the model might have answered.
*/
function createAnswersModel(ref, { answersTo, poolDraws }) {
	return {
		ref,
		complete: async (request, { signal }) => {
			if (signal.aborted) throw new CallError("aborted", "the call was aborted");
			const answers = answersTo(request);
			if (answers.length === 0) throw new CallError("unrecorded", "no answer to this is recorded");
			return {
				text: answers[placeOf(request.draw, {
					poolDraws,
					recorded: answers.length
				})],
				finish: "stop",
				usage: NO_USAGE,
				adapted: []
			};
		}
	};
}
/** From 0. `pool:1` is the first; `confirm:<digest>:1` follows the pool's where there are so many. */
function placeOf(draw, { poolDraws, recorded }) {
	const number = Math.max(1, Number(/(\d+)$/.exec(draw)?.[1] ?? 1));
	return ((draw.startsWith("pool:") || recorded <= poolDraws ? 0 : poolDraws) + number - 1) % recorded;
}
/** Every `provider/model` of a checked config as what is asked. */
function resolvePanel(config, files) {
	const refOf = (entry) => resolveModel(config, optionsOf(entry), files);
	const judgeOf = (entry) => {
		const { system } = optionsOf(entry);
		return {
			...refOf(entry),
			...system !== void 0 && { system: files.systems.get(system) ?? "" }
		};
	};
	return {
		models: config.models.map((entry) => {
			const { id, system, replaces, answers } = optionsOf(entry);
			const recorded = answers === void 0 ? void 0 : files.answers?.get(id);
			return {
				ref: refOf(entry),
				...whereDefined({ recorded }),
				...system !== void 0 && { system: files.systems.get(system) ?? "" },
				...whereDefined({ replaces })
			};
		}),
		judges: config.judges.map(judgeOf),
		classifier: config.classifier === void 0 ? void 0 : judgeOf(config.classifier)
	};
}
/** The options of a config's model entry, which may be a bare name. */
function optionsOf(entry) {
	return typeof entry === "string" ? { id: entry } : entry;
}
function resolveModel(config, entry, files) {
	if (entry.answers !== void 0) return {
		id: entry.id,
		kind: "recorded",
		origin: answersOrigin(files.answers?.get(entry.id)?.digest ?? ""),
		model: modelName(entry),
		...whereDefined({ version: entry.version }),
		params: {}
	};
	const name = providerName(entry);
	const provider = config.providers[name];
	return {
		id: entry.id,
		kind: provider.kind,
		...isLive(provider) ? endpointOf({
			kind: provider.kind,
			...whereDefined({ baseUrl: provider.baseUrl })
		}) : { origin: `${provider.kind}:${files.offlineHashes.get(name) ?? ""}` },
		model: entry.model ?? modelName(entry),
		...whereDefined({ version: entry.version }),
		params: entry.params ?? {}
	};
}
const tokens = number().int().min(0);
const line = strictObject({
	key: string().regex(/^[0-9a-f]{64}$/),
	checksum: string(),
	model: string(),
	draw: string(),
	format: string().exactOptional(),
	completion: strictObject({
		text: string(),
		finish: _enum(FINISHES),
		ending: string().exactOptional(),
		returnedModel: string().exactOptional(),
		fingerprint: string().exactOptional(),
		usage: strictObject({
			inputTokens: tokens,
			cachedInputTokens: tokens,
			cacheWriteTokens: tokens,
			outputTokens: tokens
		}),
		adapted: array(string())
	})
});
/**
* What identifies a recorded answer: model name, declared version, parameters, messages, format and draw. Neither the
* provider nor its address, so that answers of a live model can be repeated by a `recorded` one of the same name.
*/
function recordingKey({ model, messages, format, draw }) {
	return hashJson({
		model: model.model,
		version: model.version,
		params: model.params,
		messages: messages.map(({ role, content }) => ({
			role,
			content
		})),
		format: format?.name,
		draw
	});
}
/**
* Reads a recording: JSONL, one answer a line, blank lines allowed.
* @throws UserError with the line of everything that is not JSON, has the wrong shape, was altered, or contradicts an
* earlier line with the same key.
*/
function parseRecordings({ file, text }) {
	const recordings = /* @__PURE__ */ new Map();
	const problems = [];
	for (const [index, content] of text.split("\n").entries()) {
		if (content.trim() === "") continue;
		const read = readLine(content);
		const place = {
			file,
			line: index + 1
		};
		if (typeof read === "string") problems.push({
			message: read,
			hint: "delete the line and record again",
			place
		});
		else if (isOther(recordings.get(read.key), read.completion)) problems.push({
			message: "another answer to the same request stands above",
			hint: "keep one of them",
			place
		});
		else recordings.set(read.key, read.completion);
	}
	if (problems.length > 0) throw new UserError(problems);
	return recordings;
}
/** One line of a recording, without its line end. */
function serializeRecording(request, completion) {
	const key = recordingKey(request);
	return canonicalJson({
		key,
		checksum: checksumOf(key, completion),
		model: request.model.model,
		draw: request.draw,
		format: request.format?.name,
		completion: asJson(completion)
	});
}
/**
* A model that repeats what was recorded and asks nobody. `file` is the recording's path as shown to people; `describe`
* says what a request is about (its scenario).
* @throws UserError (from `complete`) for a request that was not recorded.
*/
function createRecordedModel(ref, options) {
	const { recordings, file, describe } = options;
	return {
		ref,
		complete: async (request, { signal }) => {
			if (signal.aborted) throw new CallError("aborted", "the call was aborted");
			const completion = recordings.get(recordingKey(request));
			if (completion !== void 0) return completion;
			const about = describe?.(request) ?? "a request";
			throw new UserError({
				message: `${ref.id} has no recorded answer to ${about} (draw ${request.draw})`,
				hint: "the messages, parameters or draw differ from those recorded: record again with the live model, or use the recorded configuration",
				place: { file }
			});
		}
	};
}
/** The line's key and answer, or what is wrong with it. */
function readLine(content) {
	let value;
	try {
		value = JSON.parse(content);
	} catch {
		return "not JSON: the line is torn or not a recording";
	}
	const parsed = line.safeParse(value);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		return `not a recorded answer: ${[...issue.path, issue.message].join(": ")}`;
	}
	const { key, checksum, completion } = parsed.data;
	return checksum === checksumOf(key, completion) ? {
		key,
		completion
	} : "the checksum does not match: it was altered";
}
function checksumOf(key, completion) {
	return sha256(canonicalJson([key, asJson(completion)])).slice(0, 16);
}
function isOther(earlier, later) {
	return earlier !== void 0 && canonicalJson(asJson(earlier)) !== canonicalJson(asJson(later));
}
/** A completion is plain JSON; TypeScript interfaces merely lack the index signature to show it. */
function asJson(completion) {
	return {
		...completion,
		usage: { ...completion.usage }
	};
}
const share = number().min(0).max(1);
const score = number().int().min(0).max(6);
const bound = {
	atLeast: score.default(0),
	atMost: score.default(6)
};
const phrase = string().min(1);
const demand = strictObject({
	phrase,
	values: array(string()).min(1),
	...bound,
	unless: strictObject({
		phrase,
		values: array(string()).min(1)
	}).optional(),
	vague: strictObject({
		settledBy: phrase,
		readings: array(strictObject(bound)).min(2)
	}).optional()
}).refine((value) => value.atLeast > 0 || value.atMost < 6, "needs `atLeast` or `atMost`");
const edit = strictObject({
	kind: phrase.optional(),
	at: phrase,
	by: string().optional(),
	add: phrase.optional()
}).refine(({ by, add }) => by === void 0 !== (add === void 0), "needs either `by` or `add`");
const model = strictObject({
	values: record(string(), number()).default({}),
	noise: number().min(0).default(.5),
	obedience: share.default(.8)
});
const judge = strictObject({
	falsePositive: share.default(.03),
	falseNegative: share.default(.03),
	ambiguity: share.default(.01),
	abstention: share.default(0),
	first: array(string()).default([])
});
const classifier = strictObject({ errorRate: share.default(.05) });
const world = strictObject({
	models: record(string(), model).default({}),
	judges: record(string(), judge).default({}),
	classifiers: record(string(), classifier).default({}),
	nudge: number().min(0).default(.6),
	clauses: record(string(), array(demand)).default({}),
	edits: record(string(), array(edit)).default({})
});
/** What a name plays that the world lists under another role only. */
const DEFAULT_PROFILES = {
	model: model.parse({}),
	judge: judge.parse({}),
	classifier: classifier.parse({})
};
/**
* Reads a `world.yml`.
* @throws UserError with every problem and its file:line:column.
*/
async function parseWorld({ file, text }) {
	return recent(`${file}\n${text}`, () => parseFile({
		file,
		text
	}));
}
/** The comparisons of a run read the same world. */
const recent = createRecentAsync({ max: 4 });
async function parseFile({ file, text }) {
	refuseDeepNesting({
		file,
		text
	});
	const { LineCounter: Counter, parseDocument } = await import("./dist.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const lineCounter = new Counter();
	const document = parseDocument(text, { lineCounter });
	if (document.errors.length > 0) throw new UserError(document.errors.map(({ message, pos }) => ({
		message: message.split(" at line")[0],
		place: placeAt({
			file,
			lineCounter,
			offset: pos[0]
		})
	})));
	const parsed = world.safeParse(readValue(document, file) ?? {});
	if (!parsed.success) throw new UserError(parsed.error.issues.map((issue) => ({
		message: `${issue.path.join(".") || "world"}: ${issue.message}`,
		place: placeAt({
			file,
			lineCounter,
			offset: offsetOf(document, issue.path)
		})
	})));
	const { models, judges, classifiers, nudge, clauses, edits } = parsed.data;
	return {
		models: new Map(Object.entries(models)),
		judges: new Map(Object.entries(judges)),
		classifiers: new Map(Object.entries(classifiers)),
		nudge,
		clauses: new Map(Object.entries(clauses)),
		edits: new Map(Object.entries(edits))
	};
}
/** Aliases are shared values; a handful of anchors is usual, thousands of uses of one are an attack. */
const MAX_ALIASES = 100;
/** @throws UserError for an alias without its anchor, or more of them than a person writes. */
function readValue(document, file) {
	try {
		return document.toJS({ maxAliasCount: MAX_ALIASES });
	} catch (error) {
		const message = `the YAML cannot be read: ${error instanceof Error ? error.message : String(error)}`;
		throw new UserError({
			message,
			hint: "An alias (*name) needs its anchor (&name) above it.",
			place: { file }
		});
	}
}
/** Whether any role of the world is played under this name. */
function isInWorld(name, { models, judges, classifiers }) {
	return models.has(name) || judges.has(name) || classifiers.has(name);
}
function placeAt(at) {
	const { line, col } = at.lineCounter.linePos(at.offset);
	return {
		file: at.file,
		line,
		column: col
	};
}
/** Where the nearest existing node above a schema problem starts. */
function offsetOf(document, path) {
	for (let length = path.length; length > 0; length -= 1) {
		const range = document.getIn(path.slice(0, length), true)?.range;
		if (range?.[0] !== void 0) return range[0];
	}
	return 0;
}
const LabelledRow = object({
	id: string().min(1),
	clauses: array(string()).min(1),
	conversation: array(strictObject({
		role: _enum([
			"system",
			"developer",
			"user",
			"assistant",
			"tool"
		]),
		content: string()
	})).min(1),
	response: string().min(1),
	expected: _enum(["compliant", "non-compliant"]),
	cited: array(string()).optional(),
	source: string().max(300).optional()
});
/** Every item of a file. @throws UserError with every problem, each at its line. */
function parseLabelled({ file, text }) {
	const items = [];
	const problems = [];
	const lines = text.split("\n");
	for (const [index, line] of lines.entries()) {
		if (line.trim() === "") continue;
		const place = {
			file,
			line: index + 1,
			column: 1
		};
		const json = parseUntrustedJson(line);
		const row = json.status === "parsed" ? LabelledRow.safeParse(json.value) : void 0;
		if (json.status !== "parsed") problems.push({
			message: json.reason,
			place
		});
		else if (row?.success === true) items.push(itemOf(row.data));
		else problems.push(...row.error.issues.map((issue) => ({
			message: `${issue.path.join(".") || "item"}: ${issue.message}`,
			place
		})));
	}
	const ids = items.map(({ id }) => id);
	for (const twice of new Set(ids.filter((id, index) => ids.indexOf(id) < index))) problems.push({
		message: `two labelled items are called ${JSON.stringify(twice)}`,
		place: { file }
	});
	if (problems.length > 0) throw new UserError(problems);
	return items;
}
/** The clauses a violation is about: those it is said to break, or all it is judged by. */
function brokenClauses({ cited, clauses }) {
	return cited === void 0 || cited.length === 0 ? clauses : cited;
}
/** The item as one line of a file, without its end. */
function serializeLabelled(item) {
	const { id, clauses, conversation, response, expected, cited, source } = item;
	return JSON.stringify({
		id,
		clauses,
		conversation,
		response,
		expected,
		...whereDefined({
			cited,
			source
		})
	});
}
function itemOf({ cited, source, ...row }) {
	return {
		...row,
		...whereDefined({
			cited,
			source
		})
	};
}
/** Bytes of texts in memory. */
const MOST_BYTES = 33554432;
/** The file is made with the first text that needs one, in the folder for temporary files. */
function keepInSpool(mostBytes = MOST_BYTES) {
	const held = [];
	let room = mostBytes;
	let spool;
	return {
		add: (text) => {
			room -= 2 * text.length;
			if (spool === void 0 && room >= 0) return held.push(text) - 1;
			spool ??= openSpool();
			return held.length + spool.add(text);
		},
		at: (number) => held[number] ?? spool.at(number - held.length)
	};
}
function openSpool() {
	const { file } = openUnnamedFile();
	const out = createAppender(file);
	/** Where each text begins, and where the last one ends. */
	const offsets = [0];
	return {
		add: (text) => {
			const bytes = Buffer.from(text);
			out.append(bytes);
			return offsets.push(offsets.at(-1) + bytes.length) - 2;
		},
		at: (number) => {
			out.flush();
			const [start, end] = [offsets[number], offsets[number + 1]];
			const bytes = Buffer.alloc(end - start);
			if (readAt(file, bytes, start) < bytes.length) throw new Error("the spool ended early");
			return bytes.toString("utf8");
		}
	};
}
const ROLES = /* @__PURE__ */ new Map([
	["human", "user"],
	["gpt", "assistant"],
	["ai", "assistant"],
	["bot", "assistant"],
	["model", "assistant"]
]);
/** In any case; a name of its own stays. `roleNamed('Human') === 'user'` */
function roleNamed(who) {
	const name = who.toLowerCase();
	return ROLES.get(name) ?? name;
}
const ANSWER_COLUMNS = [
	"answer",
	"response",
	"completion",
	"output",
	"generation",
	"reply"
];
/** Read only where they hold a reply: a `result` may be a verdict as well. */
const REPLY_COLUMNS = [
	"result",
	"choices",
	"candidates"
];
/** How the answer ended. */
const ENDING_COLUMNS = [
	"finish_reason",
	"finishreason",
	"stop_reason"
];
const MODEL_COLUMNS = [
	"model",
	"model_id",
	"model_name"
];
const DRAW_COLUMNS = [
	"draw",
	"replicate",
	"epoch",
	"repetition",
	"sample"
];
/** Of a batch's rows the name that was given, not the one that the provider gave. */
const ID_COLUMNS = [
	"scenario",
	"custom_id",
	...SCENARIO_COLUMNS.id
];
/** Reads rows with these columns; undefined where none of them holds an answer. */
function answerReader(columns) {
	const found = {
		id: findColumn(columns, ID_COLUMNS),
		queryKey: findColumn(columns, SCENARIO_COLUMNS.queryKey),
		chunk: findColumn(columns, SCENARIO_COLUMNS.chunk),
		entry: findColumn(columns, SCENARIO_COLUMNS.entry),
		nudge: findColumn(columns, SCENARIO_COLUMNS.nudge),
		query: findColumn(columns, SCENARIO_COLUMNS.query),
		messages: findColumn(columns, SCENARIO_COLUMNS.messages),
		model: findColumn(columns, MODEL_COLUMNS),
		draw: findColumn(columns, DRAW_COLUMNS),
		answer: findColumn(columns, ANSWER_COLUMNS),
		reply: findColumn(columns, REPLY_COLUMNS),
		ending: findColumn(columns, ENDING_COLUMNS)
	};
	const byModel = columns.flatMap((column) => {
		const model = answeringModel(column);
		return model === void 0 || column === found.answer ? [] : [{
			column,
			model
		}];
	});
	const holders = [
		found.answer,
		found.reply,
		found.messages
	];
	if (byModel.length === 0 && holders.every((column) => column === void 0)) return void 0;
	const failures = failureReader(columns);
	const isFailed = (fields) => {
		const cell = (column) => column === void 0 ? void 0 : fields[column];
		return failures.didNotRun(fields) || isCutOff({ finish_reason: cell(found.ending) });
	};
	return {
		isFailed,
		used: [
			...Object.values(found).filter((column) => column !== void 0),
			...failures.used,
			...byModel.map(({ column }) => column)
		],
		read: (fields) => {
			const cell = (column) => column !== void 0 && Object.hasOwn(fields, column) ? fields[column] : void 0;
			const turns = splitConversation(cell(found.messages));
			const turnsOrReply = () => replyText(found.reply, cell(found.reply)) ?? turns?.answer;
			const about = {
				...present("scenario", scenarioId(found, cell)),
				...present("asked", turns?.asked ?? askedText(cell(found.query))),
				...present("draw", wordOf(cell(found.draw)))
			};
			const said = isFailed(fields) ? void 0 : found.answer === void 0 ? turnsOrReply() : answerText(cell(found.answer));
			const own = said === void 0 ? [] : [{
				...about,
				...present("model", wordOf(cell(found.model))),
				text: said
			}];
			const others = byModel.flatMap(({ column, model }) => {
				const text = answerText(cell(column));
				return text === void 0 ? [] : [{
					...about,
					model,
					text
				}];
			});
			return [...own, ...others];
		}
	};
}
function replyText(column, value) {
	return column === void 0 || typeof value !== "object" ? void 0 : answerText({ [column.toLowerCase()]: value });
}
/** Messages as the bank and an answer's row can be held against each other. */
function askedKey(messages) {
	return JSON.stringify(messages.map(({ role, content }) => [role, content.trim()]));
}
function scenarioId(found, cell) {
	const [chunk, entry] = [wordOf(cell(found.chunk)), wordOf(cell(found.entry))];
	const key = wordOf(cell(found.queryKey));
	const nudge = wordOf(cell(found.nudge)) ?? key;
	const framing = nudge === void 0 ? void 0 : framingOf(nudge) ?? nudge;
	if (chunk !== void 0 && entry !== void 0 && framing !== void 0) return studyId({
		chunk,
		entry,
		framing
	});
	return wordOf(cell(found.id)) ?? (key !== void 0 && framingOf(key) === void 0 ? key : void 0);
}
/** A logged conversation: what was asked, and the answer at its end. */
function splitConversation(value) {
	if (!Array.isArray(value)) return void 0;
	const messages = value.map((message) => {
		const { role, from, content, value: said } = message ?? {};
		return {
			role: roleNamed(String(role ?? from)),
			content: messageText(content ?? said) ?? ""
		};
	});
	const last = messages.at(-1);
	if (last?.role !== "assistant") return { asked: askedKey(messages) };
	return {
		asked: askedKey(messages.slice(0, -1)),
		answer: last.content
	};
}
/** The question, or the messages before the answer, as `askedKey` has them; undefined for anything else. */
function askedText(value) {
	if (Array.isArray(value)) return splitConversation(value)?.asked;
	return typeof value === "string" ? askedKey([{
		role: "user",
		content: value
	}]) : void 0;
}
function wordOf(value) {
	if (typeof value === "string") return value.trim() === "" ? void 0 : value;
	return typeof value === "number" || typeof value === "bigint" ? String(value) : void 0;
}
function present(key, value) {
	return value === void 0 ? {} : { [key]: value };
}
/** Undefined for rows of no platform that is known here. */
function experimentReader(columns) {
	const items = itemReader(columns);
	if (items === void 0) return void 0;
	return {
		used: columns,
		isFailed: (fields) => items(fields).every(({ isFailed }) => isFailed),
		read: (fields) => answersOf(items(fields))
	};
}
/** The answers in items, as far as they are texts. */
function answersOf(items) {
	const modelOf = modelReader(items);
	return items.flatMap((item) => {
		const text = item.isFailed ? void 0 : saidIn(item.answer);
		if (text === void 0) return [];
		const { id, counts, replicate: draw } = item;
		const scenario = counts === void 0 ? id : void 0;
		const model = modelOf(item);
		const asked = askedText(askedIn(item.asked));
		return [{
			...whereDefined({
				scenario,
				asked,
				model,
				draw
			}),
			text
		}];
	});
}
/** A text or a reply; of an object under no usual name the only text in it: `{"answer": "..."}`. */
function saidIn(answer) {
	const said = answerText(answer);
	if (said !== void 0) return said;
	const texts = Object.values(membersOf(answer)).filter((value) => typeof value === "string");
	return texts.length === 1 && Object.keys(membersOf(answer)).length === 1 ? texts[0] : void 0;
}
const COLUMNS = [
	"doc_id",
	"doc",
	"arguments",
	"resps",
	"filter"
];
/** Undefined for rows that are none of lm-eval's samples. The model is in none of these: all answers are one's. */
function lmEvalReader(columns) {
	if (!COLUMNS.every((column) => columns.includes(column))) return void 0;
	let filter;
	return {
		used: COLUMNS,
		isFailed: () => false,
		read: (fields) => {
			filter ??= fields["filter"];
			return fields["filter"] === filter ? answersIn(fields) : [];
		}
	};
}
/**
* `resps` has a list for each request of the document: what is generated has one, with an answer for each repetition, and what is only
* weighed (log-likelihoods) has no text in it.
*/
function answersIn({ doc, arguments: requests, resps }) {
	const said = Array.isArray(resps) && resps.length === 1 ? resps[0] : void 0;
	if (!Array.isArray(said)) return [];
	const about = {
		...documentIn(doc),
		...promptIn(requests)
	};
	const asked = askedOf$1(about);
	return said.flatMap((text, index) => typeof text === "string" ? [{
		...whereDefined({
			scenario: about.scenario,
			asked
		}),
		draw: String(index + 1),
		text
	}] : []);
}
function documentIn(doc) {
	if (typeof doc !== "object" || doc === null) return {};
	const fields = doc;
	const names = Object.keys(fields);
	const cell = (columns) => {
		const found = findColumn(names, columns);
		return found === void 0 ? void 0 : fields[found];
	};
	const id = cell(["scenario", ...SCENARIO_COLUMNS.id]);
	return {
		...(typeof id === "string" || typeof id === "number") && { scenario: String(id) },
		question: cell(SCENARIO_COLUMNS.query) ?? cell(SCENARIO_COLUMNS.messages)
	};
}
function promptIn(requests) {
	const first = Object.values(Object(requests))[0];
	return { prompt: Object(first)["arg_0"] };
}
function askedOf$1({ question, prompt }) {
	return askedText(question) ?? askedText(messagesIn(prompt));
}
/** Under a chat template for APIs the prompt is the messages, as a text. */
function messagesIn(prompt) {
	if (typeof prompt !== "string" || !prompt.startsWith("[{")) return prompt;
	try {
		return JSON.parse(prompt);
	} catch {
		return prompt;
	}
}
/** A file of a commit has to be in memory whole. */
const LARGEST_BLOB = 268435456;
const HELM_STATE = "scenario_state.json";
const READABLE = /\.(jsonl|ndjson|csv|json|txt)(\.gz)?$|\.(parquet|eval)$/i;
/**
* Reads `path` (from the source's root), a file or all readable files of a folder in order of name. Memory is bounded by a
* row group, a line, or one JSON value.
* @throws UserError where there is nothing, or a file cannot be read, has rows that are none, or no column of answers.
*/
async function* readAnswers(source, path) {
	const files = source.kind === "worktree" ? listFiles(source.root, path) : await listBlobs(source, path);
	for (const { name, open } of files) {
		const file = await open();
		try {
			yield* readFile({
				...file,
				name
			});
		} finally {
			await file.close();
		}
	}
}
function isReadable(name) {
	return READABLE.test(name) && !isBesideLogs(name);
}
function listFiles(root, path) {
	const full = join(root, path);
	if (!(statSync(full, { throwIfNoEntry: false })?.isDirectory() === true)) return [{
		name: path,
		open: () => openFile(full, path)
	}];
	const all = readdirSync(full);
	return orNothing(path, (all.includes(HELM_STATE) ? [HELM_STATE] : all.filter((name) => isReadable(name))).sort().map((name) => ({
		name: join(path, name),
		open: () => openFile(join(full, name), join(path, name))
	})));
}
async function listBlobs(source, path) {
	const entries = await listTree(source.repo, source.sha);
	const inside = entries.filter((entry) => entry.path.startsWith(`${path}/`) && isReadable(entry.path));
	const found = entries.filter((entry) => entry.path === path);
	return orNothing(path, (found.length > 0 ? found : inside).filter(({ mode }) => mode === "100644" || mode === "100755").map(({ path: name, oid }) => ({
		name,
		open: async () => {
			const blob = await readBlob(source.repo, oid, LARGEST_BLOB);
			if (blob !== void 0) return openBytes(name, blob);
			throw new UserError({
				message: `larger than ${LARGEST_BLOB / 1024 / 1024} MB in the commit`,
				hint: "Keep fewer answers in it, or judge from a checkout.",
				place: { file: name }
			});
		}
	})));
}
function orNothing(path, files) {
	if (files.length > 0) return files;
	throw new UserError({
		message: "no recorded answers",
		hint: "Name a file, or a folder of them.",
		place: { file: path }
	});
}
async function openBytes(name, bytes) {
	const source = {
		name,
		byteLength: bytes.length,
		slice: async (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer,
		close: async () => void 0
	};
	await refusePointer(source);
	return unpackGzip(source);
}
async function* readFile(source) {
	const format = tableFormat(source.name);
	if (format === void 0) {
		yield* readHarness(source);
		return;
	}
	const readers = /* @__PURE__ */ new Map();
	const readerOf = (columns) => {
		const key = columns.join("\n");
		const reader = readers.get(key) ?? lmEvalReader(columns) ?? experimentReader(columns) ?? answerReader(columns);
		if (reader === void 0) throw noAnswers(source, columns);
		readers.set(key, reader);
		return reader;
	};
	let fixed;
	const used = (columns) => (fixed = readerOf(columns)).used;
	let [unsaid, said] = [0, 0];
	for await (const row of openTable(source, format, used)) {
		if (row.kind === "bad") throw new UserError({
			message: row.reason,
			place: {
				file: source.name,
				line: row.number
			}
		});
		const reader = fixed ?? readerOf(Object.keys(row.fields));
		const answers = reader.read(row.fields);
		said += answers.length;
		if (answers.length === 0 && !reader.isFailed(row.fields)) unsaid += 1;
		yield* answers;
	}
	if (said > 0 || unsaid === 0) return;
	const message = `no answer can be read in it, though ${unsaid} of its rows do not say that they failed`;
	throw new UserError({
		message,
		hint: HOLD_TEXT,
		place: { file: source.name }
	});
}
const HOLD_TEXT = "An answer is a text, a message with text in it, or a whole reply of a provider that was not cut off; docs/own-answers.md.";
async function* readHarness(source) {
	const file = await openHarnessFile(source);
	switch (file.kind) {
		case "inspect": {
			const { model } = file.log;
			for await (const { id, epoch, input, answer, invalidated } of file.log.samples()) {
				if (answer === void 0 || invalidated) continue;
				const asked = askedOf(input);
				yield {
					scenario: id,
					model,
					draw: String(epoch),
					text: answer,
					...whereDefined({ asked })
				};
			}
			return;
		}
		case "promptfoo":
			for (const { scenario, subject: model, prompt, answer } of file.results) if (answer !== void 0) yield {
				scenario,
				model,
				text: answer,
				asked: askedOf(prompt)
			};
			return;
		case "json": {
			const items = itemsOfValue(source.name, file.value);
			if (items === void 0) yield* readList(source, file.value);
			else yield* answersOf(items);
			return;
		}
		case "text": throw new UserError({
			message: "neither JSON nor a table",
			place: { file: source.name }
		});
	}
}
function* readList(source, value) {
	const rows = rowsOfFrame(value) ?? value;
	if (!Array.isArray(rows)) throw noAnswers(source, Object.keys(Object(value)));
	for (const [index, one] of rows.entries()) {
		const row = rowOf(one, index + 1);
		const columns = row.kind === "row" ? Object.keys(row.fields) : [];
		const reader = experimentReader(columns) ?? answerReader(columns);
		if (row.kind === "bad" || reader === void 0) throw noAnswers(source, []);
		yield* reader.read(row.fields);
	}
}
function askedOf(input) {
	if (typeof input === "string") return askedKey([{
		role: "user",
		content: input
	}]);
	if (!Array.isArray(input)) return void 0;
	return askedKey(input.map(({ role, content }) => ({
		role: String(role),
		content: messageText(content) ?? ""
	})));
}
function noAnswers(source, columns) {
	const list = columns.slice(0, 20).join(", ");
	return new UserError({
		message: `no column holds answers${list === "" ? "" : `; the columns are ${list}`}`,
		hint: "Name it answer, response, output or completion (or response_<model>); docs/own-answers.md.",
		place: { file: source.name }
	});
}
function keepInMemory() {
	const texts = [];
	return {
		add: (text) => texts.push(text) - 1,
		at: (number) => texts[number]
	};
}
/**
* An answer belongs to the scenario of its id, unless it says that something else was asked; without such an id to the one
* that asks the same. All others are passed over: memory is bounded by the bank, some tens of bytes for a scenario and for an
* answer beside the texts.
*/
function createAnswerCollector(scenarios, texts = keepInMemory()) {
	const places = new Map(scenarios.map(({ id }, place) => [id, place]));
	const questions = createQuestions(scenarios);
	const models = /* @__PURE__ */ new Map();
	/** By answer, from 1: the next one of its model to its scenario, and its draw. */
	const next = [0];
	const draws = [void 0];
	let mismatched = 0;
	const placeOf = (answer) => {
		const known = answer.scenario === void 0 ? void 0 : places.get(answer.scenario);
		if (known !== void 0 && (answer.asked === void 0 || questions.isAsked(known, answer.asked))) return known;
		const same = answer.asked === void 0 ? void 0 : questions.find(answer.asked);
		if (known !== void 0 && same === void 0) mismatched += 1;
		return same;
	};
	const answersTo = ({ first }, place) => {
		const drawn = [];
		for (let answer = first.get(place); answer !== 0; answer = next[answer]) drawn.push({
			draw: draws[answer],
			text: texts.at(answer - 1)
		});
		return inOrder(drawn);
	};
	return {
		add(answer) {
			const own = models.get(answer.model) ?? {
				first: createNumbers(scenarios.length),
				last: createNumbers(scenarios.length)
			};
			models.set(answer.model, own);
			const place = placeOf(answer);
			if (place === void 0 || answer.text.trim() === "") return;
			const number = 1 + texts.add(answer.text);
			next.push(0);
			draws.push(answer.draw);
			if (own.first.get(place) === 0) own.first.set(place, number);
			else next[own.last.get(place)] = number;
			own.last.set(place, number);
		},
		of(model, file) {
			const own = models.get(model);
			const to = (scenario) => {
				const place = places.get(scenario);
				return own === void 0 || place === void 0 ? [] : answersTo(own, place);
			};
			const ids = (own === void 0 ? [] : scenarios.filter((_, place) => own.first.get(place) !== 0)).map(({ id }) => id).sort();
			return {
				file,
				to,
				scenarios: ids.length,
				digest: digestOf(ids, to)
			};
		},
		models: () => [...models.keys()],
		mismatched: () => mismatched
	};
}
/** One place in so many may have a number before a list over all places is the smaller of the two. */
const FEW = 16;
/**
* A model that answers everything needs a list, as there may be millions of answers. A column that names something else on
* each row makes a model of each, which must not cost a list as long as the bank.
*/
function createNumbers(places) {
	const few = /* @__PURE__ */ new Map();
	let all;
	return {
		get: (place) => all?.[place] ?? few.get(place) ?? 0,
		set(place, number) {
			if (all === void 0) few.set(place, number);
			else all[place] = number;
			if (all === void 0 && few.size * FEW > places) {
				all = new Int32Array(places);
				for (const [at, one] of few) all[at] = one;
				few.clear();
			}
		}
	};
}
/** By short hashes of what scenarios ask. They are looked at with the first answer that says what it was asked, if one does. */
function createQuestions(scenarios) {
	let known;
	const read = () => {
		const hashes = scenarios.map(({ messages }) => hashShort(askedKey(messages)));
		return {
			hashes,
			places: new Map(hashes.map((hash, place) => [hash, place]))
		};
	};
	return {
		isAsked: (place, question) => (known ??= read()).hashes[place] === hashShort(question),
		find: (question) => (known ??= read()).places.get(hashShort(question))
	};
}
/** That of the JSON text of `[id, texts]` for every scenario in turn, which need not be there at once. */
function digestOf(ids, to) {
	const hash = createHash("sha256").update("[");
	for (const [index, id] of ids.entries()) hash.update(`${index === 0 ? "" : ","}${JSON.stringify([id, to(id)])}`);
	return hash.update("]").digest("hex").slice(0, 16);
}
/** By the draws' numbers or names; answers without one in the order they came. */
function inOrder(drawn) {
	const compare = (a, b) => {
		if (a.draw === void 0 || b.draw === void 0 || a.draw === b.draw) return 0;
		const difference = Number(a.draw) - Number(b.draw);
		return Number.isNaN(difference) || difference === 0 ? a.draw < b.draw ? -1 : 1 : difference;
	};
	return [...drawn].sort(compare).map(({ text }) => text);
}
/** Whether a name in a file is a configured model: its whole id, its own name, or either in another spelling. */
function isModel(named, id) {
	const plain = (name) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "_");
	return [id, id.slice(id.indexOf("/") + 1)].some((own) => own === named || plain(own) === plain(named));
}
/**
* By the models' ids. A file that several models name is read once; with an empty bank none is read.
* @throws UserError for a file that cannot be read, a model that has no answer in it, or answers to other questions.
*/
async function loadAnswers(source, project) {
	const { configFile, models, bank } = project;
	const byFile = /* @__PURE__ */ new Map();
	for (const { id, answers } of models) {
		if (answers === void 0) continue;
		const path = posix.normalize(posix.join(posix.dirname(configFile), answers));
		byFile.set(path, [...byFile.get(path) ?? [], id]);
	}
	const found = /* @__PURE__ */ new Map();
	if (bank.scenarios.length === 0) return found;
	const problems = [];
	for (const [path, ids] of byFile) {
		const collector = createAnswerCollector(bank.scenarios, keepInSpool());
		for await (const answer of readAnswers(source, path)) collector.add(answer);
		for (const id of ids) {
			const answers = findAnswers(collector, {
				id,
				path,
				isAlone: ids.length === 1
			});
			if (answers === void 0) problems.push(describeMissing(collector, {
				id,
				path,
				bank
			}));
			else found.set(id, answers);
		}
	}
	if (problems.length > 0) throw new UserError(problems);
	return found;
}
/** A file with answers of a single model, named or not, belongs to the one configured model that points to it. */
function findAnswers(collector, { id, path, isAlone }) {
	const names = collector.models();
	const own = names.find((name) => name !== void 0 && isModel(name, id));
	if (own === void 0 && !(isAlone && names.length === 1)) return void 0;
	const answers = collector.of(own ?? names[0], path);
	return answers.scenarios === 0 ? void 0 : answers;
}
const MOST_NAMED = 20;
function describeMissing(collector, { id, path, bank }) {
	const names = collector.models().map((name) => name ?? "(no name)");
	const place = { file: path };
	if (!(names.length === 1 || names.some((name) => isModel(name, id)))) return {
		message: `${id}: nobody of that name answers; there are ${`${names.slice(0, MOST_NAMED).join(", ")}${names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : ""}` || "none"}`,
		hint: "Call the model by one of these names: recorded/NAME.",
		place
	};
	const wrong = collector.mismatched();
	const why = wrong > 0 ? `; ${plural(wrong, "answer under its ids was", "answers under its ids were")} given to other questions` : "";
	return {
		message: `${id}: no answer is about a scenario of ${bank.file}${why}`,
		hint: "An answer needs its scenario's id (`scenario`), or the question as it was asked (`query` or `messages`).",
		place
	};
}
/** Scenario by scenario: a large bank as one text would not fit into memory twice. */
function createBankDigest() {
	const hash = createHash("sha256");
	return {
		add: (scenario) => void hash.update(sha256(JSON.stringify(scenario))),
		read: () => hash.digest("hex")
	};
}
/** A large bank's was made when it was read: to read all of it again would take as long as the check. */
function digestBank({ digest, scenarios }) {
	if (digest !== void 0) return digest;
	const made = createBankDigest();
	for (const scenario of scenarios) made.add(scenario);
	return made.read();
}
/** What of a scenario is read again where it is asked for: long, and looked at for few. */
const HEAVY = [
	"messages",
	"rubric1",
	"rubric2",
	"scored"
];
const NOTHING = [];
/** Whole scenarios at hand: a check asks for those it selected again and again. */
const KEPT = 2048;
/**
* Reads the whole bank once, line by line. Its scenarios look like any others; conversation, rubrics and what scoring found
* (unless it is left out) are read again when they are asked for. Memory: about 300 bytes a scenario and the longest line.
* `keep` is told each row. @throws UserError with every problem of its lines.
*/
async function readLightBank(source, { keep, ...options }) {
	const { add, finish } = createLightBank(source.name, options);
	const digest = createBankDigest();
	return finish(await streamBank(source, (scenario, { offset, bytes, number: line }) => {
		digest.add(scenario);
		const row = toRow(scenario, {
			offset,
			bytes
		}, line);
		add(row);
		keep?.(row);
	}, options), digest.read());
}
function toRow(scenario, place, line) {
	const { messages: _messages, rubric1: _rubric1, rubric2: _rubric2, scored: _scored, ...kept } = scenario;
	return {
		kept,
		heavy: HEAVY.filter((name) => scenario[name] !== void 0),
		place,
		line
	};
}
/** A bank from rows that are known already, one after another; their ids are unique. */
function createLightBank(file, options) {
	const scenarios = [];
	const byId = /* @__PURE__ */ new Map();
	const lighten = createLightRows(file, options);
	return {
		add: (row) => {
			const light = lighten(row);
			scenarios.push(light);
			byId.set(light.id, light);
		},
		finish: (lines, digest) => ({
			file,
			scenarios,
			byId,
			lines,
			digest
		})
	};
}
/** The scenario with other links; a light one stays light. */
function withClauses(scenario, clauses) {
	return Object.defineProperties({}, {
		...Object.getOwnPropertyDescriptors(scenario),
		clauses: {
			value: clauses,
			enumerable: true,
			configurable: true,
			writable: true
		}
	});
}
/** Where its line is, and the links it has there; not enumerable, so that a copy of the scenario is a plain whole one. */
const PLACE = Symbol("place");
function createLightRows(file, { readAgain, ...options }) {
	const word = createWords();
	const lists = createPool();
	const single = createPool();
	const listOf = (names) => {
		const [name] = names;
		if (name === void 0) return NOTHING;
		const make = () => names.map((one) => word(one));
		return names.length === 1 ? single(name, make) : lists(JSON.stringify(names), make);
	};
	const recent = createRecent(KEPT);
	const wholeOf = (light) => recent(light.id, () => {
		const row = parseScenarioLine(readAgain(light[PLACE]).replace(/^\uFEFF/, "").trim(), options);
		if (row.status === "valid" && isSame(row.scenario, light)) return row.scenario;
		throw new UserError({
			message: `the bank was changed while it was read: "${light.id}" is not where it was`,
			hint: "run it again when nothing writes the bank",
			place: { file }
		});
	});
	const again = (key) => ({
		get() {
			return wholeOf(this)[key];
		},
		enumerable: true,
		configurable: true
	});
	const getters = {
		messages: again("messages"),
		rubric1: again("rubric1"),
		rubric2: again("rubric2"),
		scored: again("scored")
	};
	return ({ kept: { clauses, topics, ...rest }, heavy, place: { offset, bytes } }) => {
		const { value1, value2, source, group } = rest;
		const light = {
			...rest,
			...value1 !== void 0 && { value1: word(value1) },
			...value2 !== void 0 && { value2: word(value2) },
			...source !== void 0 && { source: word(source) },
			...group !== void 0 && { group: word(group) },
			clauses: listOf(clauses),
			topics: listOf(topics)
		};
		Object.defineProperty(light, PLACE, { value: {
			offset,
			bytes,
			clauses: light.clauses
		} });
		for (const name of heavy) Object.defineProperty(light, name, getters[name]);
		return light;
	};
}
/** Whether a line says what was kept of it: who it is, and all that selection rests on. */
function isSame({ id, clauses, disagreement }, light) {
	const links = light[PLACE].clauses;
	return id === light.id && disagreement === light.disagreement && clauses.length === links.length && clauses.every((clause, index) => clause === links[index]);
}
/** A row's long parts as the bits of a number. */
const BITS = [
	["messages", 1],
	["rubric1", 2],
	["rubric2", 4],
	["scored", 8]
];
/** One line of JSON: where the scenario lies in the bank, and what selection needs of it. */
function writeIndexRow({ kept, heavy, place, line }) {
	const { id, clauses, topics, value1, value2, nudge, disagreement, source, group } = kept;
	const has = BITS.reduce((sum, [name, bit]) => heavy.includes(name) ? sum + bit : sum, 0);
	const where = [
		place.offset,
		place.bytes,
		line,
		has
	];
	return JSON.stringify([
		id,
		...where,
		clauses,
		topics,
		value1,
		value2,
		nudge,
		disagreement,
		source,
		group
	]);
}
/** Undefined for anything else than what was written; text that only looks like it is found out when its line is read. */
function readIndexRow(cells) {
	if (!Array.isArray(cells) || cells.length !== 13) return void 0;
	const [id, offset, bytes, line, has, clauses, topics, value1, value2, nudge, disagreement, source, group] = cells;
	if (!isText(id) || !isCount(offset) || !isCount(bytes) || !isCount(line) || !isCount(has)) return void 0;
	if (!isTexts(clauses) || !isTexts(topics)) return void 0;
	if (!isTextOrNull(value1) || !isTextOrNull(value2) || !isTextOrNull(nudge)) return void 0;
	if (!isTextOrNull(source) || !isTextOrNull(group)) return void 0;
	if (disagreement !== null && typeof disagreement !== "number") return void 0;
	return {
		kept: {
			id,
			...isText(value1) && { value1 },
			...isText(value2) && { value2 },
			...isText(nudge) && { nudge },
			...disagreement !== null && { disagreement },
			...isText(source) && { source },
			...isText(group) && { group },
			clauses,
			topics
		},
		heavy: BITS.flatMap(([name, bit]) => (has & bit) === 0 ? [] : [name]),
		place: {
			offset,
			bytes
		},
		line
	};
}
function isText(cell) {
	return typeof cell === "string";
}
function isTextOrNull(cell) {
	return cell === null || typeof cell === "string";
}
function isTexts(cell) {
	return Array.isArray(cell) && cell.every(isText);
}
function isCount(cell) {
	return Number.isSafeInteger(cell) && cell >= 0;
}
const SCHEMA = "spec-gate/bank-index@2";
/** Characters of a line: ids, links and topics of one scenario. */
const LONGEST = 1e6;
/** Milliseconds in which a file system may give two changes the same time. */
const CLOCK_TICK = 50;
/** By the index where it is this bank's, else by reading all of the bank, which makes the index. @throws as `readLightBank`. */
async function readIndexedBank(source, options) {
	if (options.folder === void 0) return readLightBank(source, options);
	const index = join(options.folder, `bank-${sha256(resolve(options.path)).slice(0, 12)}.index`);
	const state = stateOf(options.path);
	const head = JSON.stringify([
		SCHEMA,
		state.text,
		options.without ?? ""
	]);
	const known = await readIndex(index, head, {
		file: source.name,
		options
	});
	if (known !== void 0) return known;
	const writer = openWriter(index, head);
	try {
		const bank = await readLightBank(source, {
			...options,
			keep: writer.add
		});
		if (stateOf(options.path).text === state.text && options.now - state.changed > CLOCK_TICK) writer.finish(digestBank(bank));
		return bank;
	} finally {
		writer.close();
	}
}
function stateOf(path) {
	const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = statSync(path, { bigint: true });
	return {
		text: [
			dev,
			ino,
			size,
			mtimeNs,
			ctimeNs
		].join(" "),
		changed: Number(ctimeMs)
	};
}
/** Undefined where there is none, it is another state's or unfinished, or a line of it is none of ours. */
async function readIndex(index, head, { file, options }) {
	const opened = await openFile(index).catch(() => void 0);
	if (opened === void 0) return void 0;
	keepHeapTight();
	const { readAgain, without } = options;
	const { add, finish } = createLightBank(file, {
		readAgain,
		without
	});
	const lines = /* @__PURE__ */ new Map();
	try {
		let end;
		for await (const { number, text } of readLines(opened, LONGEST)) {
			const line = JSON.parse(text);
			if (number === 1) {
				if (text !== head) return void 0;
			} else if (isEnd(line)) end = line;
			else {
				const row = readIndexRow(line);
				if (row === void 0 || end !== void 0) return void 0;
				add(row);
				lines.set(row.kept.id, row.line);
			}
		}
		if (end === void 0) return void 0;
		const bank = finish(lines, end.digest);
		return end.rows === bank.scenarios.length && end.rows === lines.size ? bank : void 0;
	} catch {
		return;
	} finally {
		await opened.close();
	}
}
/** Rows are lists. */
function isEnd(line) {
	const { rows, digest } = Object(line);
	return typeof rows === "number" && typeof digest === "string";
}
/** Nothing rests on an index: where it cannot be written, as on a read-only disk, the next check reads the bank again. */
function openWriter(index, head) {
	const next = `${index}.${process.pid}.tmp`;
	const file = openNew(next);
	let out = file === void 0 ? void 0 : createAppender(file);
	let rows = 0;
	const attempt = (work) => {
		try {
			if (out !== void 0) work(out);
		} catch {
			out = void 0;
		}
	};
	const write = (line) => attempt((appender) => appender.append(Buffer.from(`${line}\n`)));
	write(head);
	return {
		add: (row) => {
			rows += 1;
			write(writeIndexRow(row));
		},
		finish: (digest) => {
			write(JSON.stringify({
				rows,
				digest
			}));
			attempt((appender) => {
				appender.flush();
				renameSync(next, index);
			});
		},
		close: () => {
			if (file === void 0) return;
			closeSync(file);
			rmSync(next, { force: true });
		}
	};
}
function openNew(path) {
	try {
		makeFolder(dirname(path));
		return openSync(path, "w");
	} catch {
		return;
	}
}
function emptyBank(bankFile) {
	return {
		bank: createBank(bankFile, []),
		content: () => ""
	};
}
/** A project without a bank has not begun one: that is an empty bank. One that the config names has to be there. */
async function loadProjectBank(source, bankFile, { bank, storePath }) {
	if (await isFileThere(source, bankFile)) return readBankFile(source, bankFile, storePath);
	if (bank === ".spec-gate/bank.jsonl") return emptyBank(bankFile);
	throw new UserError({
		message: "there is no such bank",
		place: { file: bankFile },
		hint: "spec-gate bank import FILE begins one with queries of yours; an empty file will do where coverage.write is true"
	});
}
/** @throws UserError with every problem of the bank. */
async function loadBank(source, bankFile) {
	return (await readBankFile(source, bankFile)).bank;
}
/** What scoring found is most of a scored bank, and no check reads it. */
const WITHOUT = { without: "scored" };
/**
* One too large for a text is read line by line, without what scoring
* found, and by an index in the store's folder where that is named and the file lies in the working tree.
*/
async function readBankFile(source, bankFile, storePath) {
	const found = await readTextOrBytes(source, bankFile);
	if ("text" in found) return {
		bank: parseBank({
			file: bankFile,
			text: found.text
		}),
		content: () => found.text
	};
	try {
		const { bytes, parts } = found;
		const folder = storePath === void 0 || source.kind === "commit" ? void 0 : resolve(source.root, storePath);
		const bank = parts === void 0 ? await readBank(bytes, WITHOUT) : await readIndexedBank(bytes, {
			...parts,
			...WITHOUT,
			...whereDefined({ folder }),
			now: SYSTEM_CLOCK.now()
		});
		return {
			bank,
			content: () => bank.scenarios.map((scenario) => hashJson(scenario)).join("\n")
		};
	} finally {
		await found.close();
	}
}
/** @throws UserError with every problem of the config, or of the files it names. */
async function loadProject(source, configFile, options = {}) {
	const config = await loadConfig(source, configFile);
	const bankFile = besideConfig(configFile, config.bank);
	const { bank, content } = options.bank === "unread" ? emptyBank(bankFile) : await loadProjectBank(source, bankFile, config);
	const offline = /* @__PURE__ */ new Map();
	const offlineHashes = /* @__PURE__ */ new Map();
	for (const [name, provider] of Object.entries(config.providers)) {
		if (isLive(provider)) continue;
		const { rests, standIn } = await loadOffline(provider, {
			source,
			configFile,
			content
		});
		offlineHashes.set(name, sha256(rests).slice(0, 16));
		offline.set(name, standIn);
	}
	const systems = await loadSystems(source, configFile, [
		...config.models,
		...config.judges,
		...config.classifier === void 0 ? [] : [config.classifier]
	]);
	const answers = await loadAnswers(source, {
		configFile,
		models: config.models.map(optionsOf),
		bank
	});
	return {
		configFile,
		config,
		policyHash: policyHash(config),
		bank,
		labelled: await loadLabelled(source, configFile, config),
		panel: resolvePanel(config, {
			systems,
			offlineHashes,
			answers
		}),
		offline,
		offlineHashes,
		answers
	};
}
/** The stand-in for an offline provider, and the texts that its answers rest on. */
async function loadOffline(provider, from) {
	const file = besideConfig(from.configFile, offlineFile(provider).path);
	const text = await readOne(from.source, file);
	const { kind } = provider;
	switch (kind) {
		case "simulated": return {
			rests: `${text}\n${from.content()}`,
			standIn: {
				kind,
				world: await parseWorld({
					file,
					text
				})
			}
		};
		case "recorded": return {
			rests: text,
			standIn: {
				kind,
				file,
				recordings: parseRecordings({
					file,
					text
				})
			}
		};
		default: return kind;
	}
}
/** Where a project's labelled items lie, if it has any. */
function labelledFile(configFile, { labelled }) {
	return besideConfig(configFile, labelled ?? "labelled.jsonl");
}
/** The config's labelled items, or those of `labelled.jsonl` beside it, where there is one. */
async function loadLabelled(source, configFile, { labelled }) {
	const file = labelledFile(configFile, { labelled });
	const text = labelled === void 0 ? await readFileIfThere(source, file) : await readOne(source, file);
	return text === void 0 ? [] : parseLabelled({
		file,
		text
	});
}
/** @throws UserError with every problem of the config, and where there is none. */
async function loadConfig(source, configFile) {
	const text = await readFileIfThere(source, configFile);
	if (text !== void 0) return parseConfig({
		file: configFile,
		text
	});
	throw new UserError(source.kind === "worktree" ? {
		message: `there is no ${configFile} here`,
		hint: "spec-gate init writes one; --config names another"
	} : {
		message: `there is no ${configFile} in commit ${source.sha.slice(0, 7)}`,
		hint: "commit it there first; a change is judged by it once it is merged"
	});
}
/** The models of a list as another source has them: asked at this project's providers, with the source's system prompts. */
async function resolveModels(project, source, models) {
	const systems = await loadSystems(source, project.configFile, models);
	return resolvePanel({
		...project.config,
		models
	}, {
		systems,
		offlineHashes: project.offlineHashes,
		answers: project.answers
	}).models;
}
/** The system prompts that models name, by the path the config gives. */
async function loadSystems(source, configFile, models) {
	const systems = /* @__PURE__ */ new Map();
	for (const { system } of models.map(optionsOf)) if (system !== void 0) systems.set(system, (await readOne(source, besideConfig(configFile, system))).trim());
	return systems;
}
/** The spec that a config's paths name in a source, which may be another commit than the config's. */
async function loadSpec(source, options) {
	const { configFile, config } = options;
	const patterns = options.patterns ?? specPatterns(configFile, config);
	return parseSpec(await readSpecFiles(source, patterns), {
		clauses: config.clauses,
		ignore: config.ignore
	});
}
/** The config's `spec` as paths from the source's root; `!` before one leaves its files out. */
function specPatterns(configFile, config) {
	return [config.spec].flat().map((pattern) => {
		const [, sign, path] = /^(!?)(.*)$/s.exec(pattern);
		return `${sign}${besideConfig(configFile, path)}`;
	});
}
/** A path in a config, which starts from the config's folder, as a path from the root. */
function besideConfig(configFile, path) {
	return posix.normalize(posix.join(posix.dirname(configFile), path));
}
async function readOne(source, path) {
	const [file, ...more] = await readSpecFiles(source, [path]);
	if (file === void 0 || more.length > 0) throw new UserError({ message: `${path}: expected one file` });
	return file.text;
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
export { checkKeyBinding as $, digestBank as A, require_dist as At, optionsOf as B, loadProject as C, parseBank as Ct, loadBank as D, KNOWN_KEYS as Dt, specPatterns as E, walkBank as Et, DEFAULT_PROFILES as F, policyHash as G, createAnswersModel as H, isInWorld as I, isStoreUrl as J, parseConfig as K, createRecordedModel as L, brokenClauses as M, parseLabelled as N, readLightBank as O, parseScenarioLine as Ot, serializeLabelled as P, crossCheck as Q, recordingKey as R, loadConfig as S, createBank as St, resolveModels as T, streamBank as Tt, hasRecordedAnswers as U, resolvePanel as V, decisionPolicy as W, offlineFile as X, parseStoreUrl as Y, DEFAULT_BANK as Z, normalize as _, isSimulated as _t, centerAddress as a, checkEndpoint as at, besideConfig as b, serializeBank as bt, createDotKernel as c, addCosts as ct, countTerms as d, PRICES_AS_OF as dt, endpointOf as et, createWeighing as f, modelName as ft, lexicalVector as g, isLive as gt, cosineSimilarity as h, refuseDeepNesting as ht, vectorize as i, redact as it, roleNamed as j, withClauses as k, parseScenarioRow as kt, distanceFromDot as l, costOf as lt, changedSentences as m, describeDeepNesting as mt, lexicalMeasure as n, resolveProvider as nt, growVectors as o, classifyAddress as ot, dotTerms as p, providerName as pt, schemaAddress as q, tableOf as r, secretVariables as rt, publishCenter as s, classifyHost as st, listDemands as t, isLocal as tt, dotRows as u, priceOf as ut, scenarioText as v, promptCacheOf as vt, loadSpec as w, readBank as wt, labelledFile as x, serializeScenario as xt, normalizedWords as y, vendorOf as yt, serializeRecording as z };
