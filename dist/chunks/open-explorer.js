import { n as hashJson, t as canonicalJson } from "./canonical-json.js";
import { c as plural, f as signedPoints, i as decimal, r as count, s as percent } from "./format-numbers.js";
import { t as whereDefined } from "./where-defined.js";
import { c as say, i as joinSentence, l as wording, o as name, t as asFullSentence } from "./sentence.js";
import { d as mean } from "./metrics.js";
import { i as RESPONSE_TYPES } from "./study-words.js";
import { d as writeDirection, f as writeOutlierCount, i as writeParagraph, l as groupNewOutliers, n as titleOf, p as writeOutlierRule, r as writeMessage, u as writeApart, v as writeClaims } from "./messages.js";
import { n as writeHeadline, t as titleOfFindings } from "./headline.js";
import { i as visibleText, r as visibleLine, t as clip } from "./visible-text.js";
import { t as plainText } from "./plain-text.js";
import { r as parseMarkdown } from "./markdown-tree.js";
import { a as NOTHING, i as renderPage, n as leanClass, o as html, r as shadeClass, s as htmlSentence, t as STYLE } from "./style.js";
import { t as parseEvidence } from "./evidence.js";
import { n as newlyFailing, r as writeScenarioChange } from "./failing-scenarios.js";
import { t as addToList } from "./lists-by-key.js";
import { _ as countCosmetic, a as writeAcceptance, c as writeModelPair, d as writeHowDecided, g as clauseEffects, h as metricRows, i as sourceLink, l as writeModelShift, m as intervalLevel, n as writeKnown, o as writeWayOn, p as STATUS_WORDS, r as writeShareLetThrough, s as writeAnswer, t as writeAllAnswers, u as writeCost, v as linesOf, y as writeTested } from "./let-through-words.js";
import { i as stackedBar, n as intervalChart, r as modelSquares, t as dumbbell } from "./charts.js";
import { n as sqrt, t as linear } from "./d3-scale.js";
import { t as conflictMatrix } from "./conflict-matrix.js";
import { t as plainParagraph } from "./plain-text2.js";
import { fileURLToPath } from "node:url";
import { basename, dirname, join } from "node:path";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
var n;
var t;
var r;
var u$1;
var i$1;
var f$1;
var o$1;
var e;
var l$1;
var c$1;
var a$1;
var h$1 = Symbol.for("pv");
var p$1 = {};
var y$2 = [];
var v$1 = /^m(i|n|o|s|text|space)$/;
var w$1 = Array.isArray;
var d$1 = y$2.slice;
var _$1 = Object.assign;
function g$1(n) {
	n && n.parentNode && n.remove();
}
function k$1(n, t, r) {
	var u, i, f, o = {}, e = arguments.length;
	for (f in t) "key" == f ? u = t[f] : "ref" == f && "function" != typeof n ? i = t[f] : o[f] = t[f];
	return e > 2 && (o.children = e > 3 ? d$1.call(arguments, 2) : r), m$1(n, o, u, i, null);
}
function m$1(r, u, i, f, o) {
	var e = {
		type: r,
		props: u,
		key: i,
		ref: f,
		__k: null,
		__: null,
		__b: 0,
		__e: null,
		__c: null,
		constructor: h$1,
		__v: o || ++t,
		__i: -1,
		__u: 0
	};
	return !o && n.vnode && n.vnode(e), e;
}
function $$1(n) {
	return n.children;
}
function x$3(n, t) {
	this.props = n, this.context = t, this.__g = 0;
}
function S(n, t) {
	if (null == t) return n.__ && S(n.__, n.__i + 1);
	for (var r; t < n.__k.length; t++) if ((r = n.__k[t]) && r.__e) return r.__e;
	return "function" != typeof n.type || n.props.__P ? null : S(n);
}
function C(t) {
	var r, u = t.__v, i = u.__e, f = [], o = [], e = t.__P;
	e && ((r = _$1({ constructor: h$1 }, u)).__v = u.__v + 1, n.vnode && n.vnode(r), z$1(e, r, u, t.__n, e.namespaceURI, 32 & u.__u ? [i] : null, f, i || S(u), 32 & u.__u, o), r.__v = u.__v, r.__.__k[r.__i] = r, E(f, r, o), u.__ = u.__e = null, r.__e != i && j$1(r));
}
function j$1(n) {
	if ((n = n.__) && n.__c && !n.props.__P) return n.__e = null, n.__k.some(function(t) {
		return t && (n.__e = t.__e);
	}), j$1(n);
}
function L(t) {
	(8 & t.__g || (t.__g |= 8, u$1.push(t), f$1++)) && i$1 == n.debounceRendering || ((i$1 = n.debounceRendering) || queueMicrotask)(H$1);
}
function H$1() {
	try {
		for (var n, t = 1; u$1.length;) u$1.length > t && u$1.sort(o$1), n = u$1.shift(), t = u$1.length, 8 & n.__g && C(n);
	} finally {
		(f$1 = u$1.length) && (i$1 || queueMicrotask)(H$1);
	}
}
function I$1(n, t, r, u, i, f, o, e, l, c, a) {
	var s, h, v, w, d, _, g = u.__k || y$2, k = t.length;
	for (l = q$1(r, t, g, l, k), s = 0; s < k; s++) null != (v = r.__k[s]) && (h = ~v.__i && g[v.__i] || p$1, v.__i = s, _ = z$1(n, v, h, i, f, o, e, l, c, a), w = v.__e, (h.ref != v.ref || 8 & h.__u) && (h.ref && G(h.ref, null, v, h), v.ref && a.push(v.ref, v.__c || w, v)), d = d || w, 4 & v.__u ? (l = A(v, l, n, !h.__v), h.__e && (h.__e = null)) : "function" == typeof v.type && void 0 !== _ ? l = _ : w && (l = w.nextSibling), v.__u &= -21);
	return r.__e = d, l;
}
function q$1(n, t, r, u, i) {
	var f, o, e, l, c, a, s, p, y, v = r.length, d = v, _ = 0, g = 0, k = n.__k = Array(i);
	for (f = 0; f < i; f++) null != (o = t[f]) && "boolean" != typeof o && "function" != typeof o ? ("object" != typeof o || o.constructor === String ? o = k[f] = m$1(null, o) : w$1(o) ? o = k[f] = m$1($$1, { children: o }) : o.constructor === h$1 && o.__b ? o = k[f] = m$1(o.type, o.props, o.key, o.ref, o.__v) : k[f] = o, l = f + _, o.__ = n, o.__b = n.__b + 1, e = null, ~(c = o.__i = P$1(o, r, l, d)) && (d--, (e = r[c]) && (e.__u |= 2)), e && e.__v ? (o.__u |= 16, c == l - 1 ? _-- : c == l + 1 ? _++ : c != l && (c > l ? _-- : _++, g = 1)) : (~c || (i > v ? _-- : i < v && _++), "function" != typeof o.type && (o.__u |= 4))) : k[f] = null;
	if (g) {
		for (a = [], s = [], f = 0; f < i; f++) if ((o = k[f]) && 16 & o.__u) {
			for (_ = 0, p = a.length; _ < p;) a[y = _ + p >> 1] < o.__i ? _ = y + 1 : p = y;
			a[_] = o.__i, s[f] = _ + 1;
		}
		for (_ = a.length; f--;) s[f] && (s[f] == _ ? _-- : k[f].__u |= 4);
	}
	if (d) for (f = 0; f < v; f++) !(e = r[f]) || 2 & e.__u || (e.__e == u && (u = S(e)), J(e, e));
	return u;
}
function A(n, t, r, u) {
	var i, f, o, e;
	if ("function" == typeof n.type) {
		if (n.props.__P) return t;
		if (i = n.__k) for (f = 0; f < i.length; f++) i[f] && (i[f].__ = n, t = A(i[f], t, r, !1));
		return t;
	}
	for (t && !t.parentNode && (t = S(n)) && !t.parentNode && (t = null), o = n.__e, e = t; e && 8 == e.nodeType;) e = e.nextSibling;
	for (o != e && (!u && r.moveBefore && o.parentNode ? r.moveBefore(o, t) : r.insertBefore(o, t || null)), t = o; (t = t && t.nextSibling) && 8 == t.nodeType && !t.data.startsWith("$s"););
	return t;
}
function P$1(n, t, r, u) {
	var i, f = n.key, o = n.type, e = t[r], l = e && !(2 & e.__u);
	if (null === e && null == f || l && f == e.key && o == e.type) return r;
	if (u > (l ? 1 : 0)) {
		for (i = r - 1; i >= 0; i--) if ((e = t[i]) && !(2 & e.__u) && f == e.key && o == e.type) return i;
		for (i = r + 1; i < t.length; i++) if ((e = t[i]) && !(2 & e.__u) && f == e.key && o == e.type) return i;
	}
	return -1;
}
function T$1(n, t, r) {
	r ??= "", "-" == t[0] ? n.setProperty(t, r) : n[t] = r;
}
function N$1(n, t, r, u, i) {
	var f, o;
	if ("style" == t) if ("string" == typeof r) n.style.cssText = r;
	else {
		if ("string" == typeof u && (n.style.cssText = u = ""), u) for (t in u) r && t in r || T$1(n.style, t);
		if (r) for (t in r) u && r[t] == u[t] || T$1(n.style, t, r[t]);
	}
	else if ("o" == t[0] && "n" == t[1]) "function" != typeof r && (r = null), "function" != typeof u && (u = null), (n.__e || (n.__e = {}))[t] = r, r && u || (o = a$1[t] || (a$1[t] = V$1(t)), (n.__a || (n.__a = {}))[t] = c$1, f = t != (t = t.replace(l$1, "$1")), (t = t.slice(2))[0] < "a" && (t = t.toLowerCase()), r ? n.addEventListener(t, o, f) : n.removeEventListener(t, o, f));
	else {
		if ("http://www.w3.org/2000/svg" == i) t = t.replace(/xlink(H|:h)/, "h").replace(/sName$/, "s");
		else if ("width" != t && "height" != t && "href" != t && "list" != t && "form" != t && "tabIndex" != t && "download" != t && "rowSpan" != t && "colSpan" != t && "role" != t && "popover" != t && t in n) try {
			n[t] = null == r ? "" : r;
			return;
		} catch (n) {}
		if ("function" == typeof r) return;
		null == r || !1 === r && "-" != t[4] ? n.removeAttribute(t) : n.setAttribute(t, "popover" == t && 1 == r ? "" : r);
	}
}
function V$1(t) {
	return function(r) {
		var u = this.__e;
		if (u) {
			if (u = u[t], null == r[e]) r[e] = c$1++;
			else if (r[e] < this.__a[t]) return;
			return u(n.event ? n.event(r) : r);
		}
	};
}
function z$1(t, r, u, i, f, o, e, l, c, a) {
	var s, p, v, d, k, b, m, M, C, j, L, H, q, A, O, P, T, N, V = r.type;
	if (r.constructor !== h$1) return null;
	128 & u.__u && (c = 32 & u.__u, s = u.__c.__z) && (r.__u |= c, p = o = [], 8 == s.nodeType ? l = B$1(s, o) : o.push(s), l = o[0] || l), (s = n.__b) && s(r);
	n: if ("function" == typeof V) {
		v = e.length;
		try {
			if (M = r.props, C = (s = V.prototype) && s.render, j = (s = V.contextType) && i[s.__c], L = s ? j ? j.props.value : s.__ : i, (d = u.__c) ? (r.__c = d, 2 & d.__g && (d.__g |= 1)) : (C ? r.__c = d = new V(M, L) : (r.__c = d = new x$3(M, L), d.constructor = V, d.render = K), j && j.sub(d), d.state || (d.state = {}), d.__n = i, d.__g |= 8, d.__h = [], d.__k = []), C && (d.__s || (d.__s = d.state), V.getDerivedStateFromProps && (d.__s == d.state && (d.__s = _$1({}, d.__s)), _$1(d.__s, V.getDerivedStateFromProps(M, d.__s)))), k = d.props, b = d.state, d.__v = r, u.__c) {
				if (M !== k && C && !V.getDerivedStateFromProps && d.componentWillReceiveProps && d.componentWillReceiveProps(M, L), r.__v == u.__v && !(8 & d.__g) || !(4 & d.__g) && d.shouldComponentUpdate && !1 === d.shouldComponentUpdate(M, d.__s, L)) {
					r.__v != u.__v && (d.props = M, d.state = d.__s, d.__g &= -9), r.__e = u.__e, r.__k = u.__k, r.__k.some(function(n) {
						n && (n.__ = r);
					}), y$2.push.apply(d.__h, d.__k), d.__k = [], d.__h.length && e.push(d), l = S(u);
					break n;
				}
				d.componentWillUpdate && d.componentWillUpdate(M, d.__s, L), C && d.componentDidUpdate && d.__h.push(function() {
					d.componentDidUpdate(k, b, m);
				});
			} else C && !V.getDerivedStateFromProps && d.componentWillMount && d.componentWillMount(), C && d.componentDidMount && d.__h.push(d.componentDidMount);
			d.context = L, d.props = M, d.__P = t, d.__g &= -5, H = n.__r, q = C ? 25 : 0;
			do
				d.__g &= -9, H && H(r), s = d.render(d.props, d.state = d.__s, d.context);
			while (8 & d.__g && ++q < 25);
			C && (y$2.push.apply(d.__h, d.__k), d.__k = []), d.state = d.__s, d.getChildContext && (i = _$1({}, i, d.getChildContext())), C && u.__c && d.getSnapshotBeforeUpdate && (m = d.getSnapshotBeforeUpdate(k, b)), A = s && s.type === $$1 && null == s.key ? s.props.children : s, M.__P && (s = l, f = (t = M.__P).namespaceURI, c = o = null, u.props && u.props.__P != t && (u.__k.some(function(n) {
				n && J(n, n);
			}), u.__k = null), l = u.__k ? S(u, 0) : null), l = I$1(t, w$1(A) ? A : [A], r, u, i, f, o, e, l, c, a), M.__P && (r.__e = null, l = s), r.__u &= -161, p && p.some(g$1), d.__h.length && e.push(d), 1 & d.__g && (d.__g &= -4);
		} catch (t) {
			if (e.length = v, r.__v = null, c || o) if (t && t.then) {
				if (r.__u |= 128 | c, o) {
					for (~(T = o.indexOf(l || void 0)) || (T = o.length); (N = o[T - 1]) && 8 == N.nodeType;) T--;
					for (; T < o.length; T++) if (N = o[T]) if (o[T] = null, O) {
						if (N == P) break;
					} else {
						if (8 != N.nodeType) break;
						N.data.startsWith("$s") && (P = B$1(O = N));
					}
				}
				if (!O) {
					for (; l && 8 == l.nodeType && l.nextSibling;) l = l.nextSibling;
					O = l;
				}
				(s = B$1(O = r.__c.__z || (r.__c.__z = O))) ? (r.__e = O, l = s) : r.__e = l, l = l && l.nextSibling;
			} else o && o.some(g$1);
			else r.__e = u.__e;
			r.__k || (r.__k = u.__k || []), t && t.then || D(r), n.__e(t, r, u);
		}
	} else l = r.__e = F$1(u.__e, r, u, i, f, o, e, c, a, t);
	return (s = n.diffed) && s(r), l;
}
function B$1(n, t) {
	if (n && 8 == n.nodeType && n.data.startsWith("$s")) for (var r = 1; n = n.nextSibling;) {
		if (8 == n.nodeType) {
			if (n.data.startsWith("$s")) r++;
			else if (n.data.startsWith("/$s") && !--r) return n;
		}
		t && t.push(n);
	}
}
function D(n) {
	n && (n.__c && (n.__c.__g |= 4), n.__k && n.__k.some(D));
}
function E(t, r, u) {
	for (var i = 0; i < u.length;) G(u[i++], u[i++], u[i++]);
	n.__c && n.__c(r, t), t.some(function(r) {
		try {
			t = r.__h, r.__h = [], t.some(function(n) {
				n.call(r);
			});
		} catch (t) {
			n.__e(t, r.__v);
		}
	});
}
function F$1(t, r, u, i, f, o, e, l, c, a) {
	var s, h, y, _, k, b, m, M, $ = u.props || p$1, x = r.props, C = r.type;
	if ("svg" == C ? f = "http://www.w3.org/2000/svg" : "math" == C ? f = "http://www.w3.org/1998/Math/MathML" : f || (f = "http://www.w3.org/1999/xhtml"), o) {
		for (s = 0; s < o.length; s++) if ((k = o[s]) && (C ? k.localName == C : 3 == k.nodeType)) {
			t = k, o[s] = null;
			break;
		}
	}
	if (!t) {
		if (M = a.ownerDocument || document, !C) return M.createTextNode(x);
		t = M.createElementNS(f, C, x.is ? x : a), l && (n.__m && n.__m(r, o), l = !1), o = null;
	}
	if (C) {
		if (a = "template" == C && t.content || t, o = "textarea" == C && null != x.defaultValue ? null : o && d$1.call(a.childNodes), !l && o) for ($ = {}, s = 0; s < t.attributes.length; s++) $[(k = t.attributes[s]).name] = k.value;
		for (s in $) k = $[s], "dangerouslySetInnerHTML" == s ? y = k : "children" == s || s in x || "value" == s && "defaultValue" in x || "checked" == s && "defaultChecked" in x || N$1(t, s, null, k, f);
		for (s in x) k = x[s], "children" == s ? _ = k : "dangerouslySetInnerHTML" == s ? h = k : "value" == s ? b = k : "checked" == s ? m = k : l && "function" != typeof k || $[s] === k || N$1(t, s, k, $[s], f);
		h ? (l || y && (h.__html == y.__html || h.__html == t.innerHTML) || (t.innerHTML = h.__html), r.__k = []) : (y && (t.textContent = ""), ("foreignObject" == C || "http://www.w3.org/1998/Math/MathML" == f && v$1.test(C)) && (f = "http://www.w3.org/1999/xhtml"), I$1(a, w$1(_) ? _ : [_], r, u, i, f, o, e, o ? o[0] : u.__k && S(u, 0), l, c), o && o.some(g$1)), l && "textarea" != C || (s = "value", "progress" == C && null == b ? t.removeAttribute(s) : null == b || b === t[s] && ("progress" != C || b) || N$1(t, s, b, $[s], f), s = "checked", null != m && m != t[s] && N$1(t, s, m, $[s], f));
	} else $ === x || l && t.data == x || (t.data = x);
	return t;
}
function G(t, r, u, i) {
	try {
		"function" == typeof t ? r ? r.__x = t(r) || 1 : i && (i = i.__c || i.__e) && (r = i.__x) && (i.__x = null, "function" == typeof r ? r() : t(null)) : t.current = r;
	} catch (t) {
		n.__e(t, u);
	}
}
function J(t, r, u) {
	var i, f, o, e;
	if (n.unmount && n.unmount(t), !(i = t.ref) || i.current && i.current != t.__e || G(i, null, r, t), i = t.__c) {
		if (i.componentWillUnmount) try {
			i.componentWillUnmount();
		} catch (t) {
			n.__e(t, r);
		}
		i.__P = i.__n = null;
	}
	if (i = t.__k) for (e = 0; e < i.length; e++) i[e] && J(i[e], r, "function" != typeof t.type || u && !t.props.__P);
	!u && (i = t.__c) && (i = i.__z) && (f = B$1(i, o = [])) && (i == t.__e && o.some(g$1), g$1(f), g$1(i)), u || g$1(t.__e), t.__e = t.__c = t.__ = null;
}
function K(n, t, r) {
	return this.constructor(n, r);
}
n = { __e: function(n, t, r, u) {
	for (var i, o, e; t = t.__;) if ((i = t.__c) && !(1 & i.__g)) {
		i.__g |= 4;
		try {
			if ((e = (o = i.constructor) && o.getDerivedStateFromError) && i.setState(o.getDerivedStateFromError(n)), i.componentDidCatch && (i.componentDidCatch(n, u || {}), e = 1), e && 8 & i.__g) return void (i.__g |= 2);
		} catch (t) {
			n = t;
		}
	}
	throw f$1 = 0, n;
} }, t = 0, r = function(n) {
	return null != n && n.constructor === h$1;
}, x$3.prototype.setState = function(n, t) {
	var r = this.__s;
	r && r != this.state || (r = this.__s = _$1({}, this.state)), "function" == typeof n && (n = n(_$1({}, r), this.props)), n && (_$1(r, n), this.__v && (t && this.__k.push(t), L(this)));
}, x$3.prototype.forceUpdate = function(n) {
	this.__v && (this.__g |= 4, n && this.__h.push(n), L(this));
}, x$3.prototype.render = $$1, u$1 = [], f$1 = 0, o$1 = function(n, t) {
	return n.__v.__b - t.__v.__b;
}, e = Symbol(), l$1 = /(PointerCapture)$|Capture$/i, c$1 = 0, a$1 = {};
var o = "__s";
var i = "__c";
var a = "__k";
var u = "__d";
var c = "__s";
var f = /[\s\n\\/='"\0<>]/;
var s = /^(xlink|xmlns|xml)([A-Z])/;
var l = /^(?:accessK|auto[A-Z]|cell|ch|col|cont|cross|dateT|encT|form[A-Z]|frame|hrefL|inputM|maxL|minL|noV|playsI|popoverT|readO|rowS|src[A-Z]|tabI|useM|item[A-Z])/;
var p = /^ac|^ali|arabic|basel|cap|clipPath$|clipRule$|color|dominant|enable|fill|flood|font|glyph[^R]|horiz|image|letter|lighting|marker[^WUH]|overline|panose|pointe|paint|rendering|shape|stop|strikethrough|stroke|text[^L]|transform|underline|unicode|units|^v[^i]|^w|^xH/;
var h = /* @__PURE__ */ new Set(["draggable", "spellcheck"]);
function d(e) {
	void 0 !== e.__g ? e.__g |= 8 : e[u] = !0;
}
function v(e) {
	void 0 !== e.__g ? e.__g &= -9 : e[u] = !1;
}
function m(e) {
	return void 0 !== e.__g ? !!(8 & e.__g) : !0 === e[u];
}
var y$1 = /["&<]/;
function _(e) {
	if (0 === e.length || !1 === y$1.test(e)) return e;
	for (var t = 0, n = 0, r = "", o = ""; n < e.length; n++) {
		switch (e.charCodeAt(n)) {
			case 34:
				o = "&quot;";
				break;
			case 38:
				o = "&amp;";
				break;
			case 60:
				o = "&lt;";
				break;
			default: continue;
		}
		n !== t && (r += e.slice(t, n)), r += o, t = n + 1;
	}
	return n !== t && (r += e.slice(t, n)), r;
}
var g = {};
var k = /* @__PURE__ */ new Set([
	"animation-iteration-count",
	"border-image-outset",
	"border-image-slice",
	"border-image-width",
	"box-flex",
	"box-flex-group",
	"box-ordinal-group",
	"column-count",
	"fill-opacity",
	"flex",
	"flex-grow",
	"flex-negative",
	"flex-order",
	"flex-positive",
	"flex-shrink",
	"flood-opacity",
	"font-weight",
	"grid-column",
	"grid-row",
	"line-clamp",
	"line-height",
	"opacity",
	"order",
	"orphans",
	"stop-opacity",
	"stroke-dasharray",
	"stroke-dashoffset",
	"stroke-miterlimit",
	"stroke-opacity",
	"stroke-width",
	"tab-size",
	"widows",
	"z-index",
	"zoom"
]);
var b = /[A-Z]/g;
function x$2(e) {
	var t = "";
	for (var n in e) {
		var r = e[n];
		if (null != r && "" !== r) {
			var o = "-" == n[0] ? n : g[n] || (g[n] = n.replace(b, "-$&").toLowerCase()), i = ";";
			"number" != typeof r || o.startsWith("--") || k.has(o) || (i = "px;"), t = t + o + ":" + r + i;
		}
	}
	return t || void 0;
}
function w() {
	this.__d = !0;
}
function H(e, t) {
	return {
		__v: e,
		context: t,
		props: e.props,
		setState: w,
		forceUpdate: w,
		__d: !0,
		__h: new Array(0)
	};
}
var T = {};
var j = [];
var P = Array.isArray;
var $ = Object.assign;
var U = "";
var Z = "<!--$s-->";
var F = "<!--/$s-->";
function M(e) {
	return "string" == typeof e ? Z + e + F : P(e) ? (e.unshift(Z), e.push(F), e) : e && "function" == typeof e.then ? e.then(M) : Z + e + F;
}
function W() {
	return {
		beforeDiff: n.__b,
		afterDiff: n.diffed,
		renderHook: n.__r,
		unmountHook: n.unmount,
		rootHook: n.__,
		commitHook: n.__c,
		catchError: n.__e,
		errorBoundaries: n.errorBoundaries
	};
}
function B(e) {
	var t = n[o];
	n[o] = !0;
	try {
		return e();
	} finally {
		n[o] = t;
	}
}
function z(n, r, o) {
	var i = W();
	try {
		var u = B(function() {
			var u, c = k$1($$1, null);
			return c[a] = [n], i.rootHook && i.rootHook(n, ((u = {})[a] = c, u.nodeType = 1, u)), q(n, r || T, !1, void 0, c, !1, o, i);
		});
		return P(u) ? u.join(U) : u;
	} catch (e) {
		if (e.then) throw new Error("Use \"renderToStringAsync\" for suspenseful rendering.");
		throw e;
	} finally {
		i.commitHook && B(function() {
			return i.commitHook(n, j);
		}), j.length = 0;
	}
}
function N(e, t, n) {
	var r, o = e.type, a = !0;
	return e[i] ? (a = !1, (r = e[i]).state = r[c]) : r = new o(e.props, t), e[i] = r, r.__v = e, r.props = e.props, r.context = t, d(r), r.state ?? (r.state = T), r[c] ?? (r[c] = r.state), o.getDerivedStateFromProps ? r.state = $({}, r.state, o.getDerivedStateFromProps(r.props, r.state)) : a && r.componentWillMount ? (r.componentWillMount(), r.state = r[c] !== r.state ? r[c] : r.state) : !a && r.componentWillUpdate && r.componentWillUpdate(), n.renderHook && n.renderHook(e), r.render(r.props, r.state, t);
}
function q(e, n, o, u, y, g, k, b) {
	if (null == e || !0 === e || !1 === e || e === U) return U;
	var w = typeof e;
	if ("object" != w) return "function" == w ? U : "string" == w ? _(e) : e + U;
	if (P(e)) {
		var C, D = U;
		y[a] = e;
		for (var A = e.length, S = 0; S < A; S++) {
			var E = e[S];
			if (null != E && "boolean" != typeof E) {
				var L, j = q(E, n, o, u, y, g, k, b);
				"string" == typeof j ? D += j : (C || (C = new Array(A)), D && C.push(D), D = U, P(j) ? (L = C).push.apply(L, j) : C.push(j));
			}
		}
		return C ? (D && C.push(D), C) : D;
	}
	if (!r(e)) return U;
	e.__ = y, b.beforeDiff && b.beforeDiff(e);
	var Z = e.type, F = e.props;
	if ("function" == typeof Z) {
		var W, z, O, R = n;
		if (Z === $$1) {
			if ("tpl" in F) {
				for (var K, G = U, J = 0; J < F.tpl.length; J++) if (G += F.tpl[J], F.exprs && J < F.exprs.length) {
					var Q = F.exprs[J];
					if (null == Q) continue;
					if ("object" == typeof Q && (r(Q) || P(Q))) {
						var X, Y = q(Q, n, o, u, e, g, k, b);
						"string" == typeof Y ? G += Y : (K || (K = []), G && K.push(G), G = U, P(Y) ? (X = K).push.apply(X, Y) : K.push(Y));
					} else G += Q;
				}
				return K ? (G && K.push(G), K) : G;
			}
			if ("UNSTABLE_comment" in F) return "<!--" + _(F.UNSTABLE_comment) + "-->";
			z = F.children;
		} else {
			if (null != (W = Z.contextType)) {
				var ee = n[W.__c];
				R = ee ? ee.props.value : W.__;
			}
			var te = Z.prototype && "function" == typeof Z.prototype.render;
			if (te) z = N(e, R, b), O = e[i];
			else {
				e[i] = O = H(e, R);
				for (var ne = 0; m(O) && ne++ < 25;) {
					v(O), b.renderHook && b.renderHook(e);
					try {
						z = Z.call(O, F, R);
					} catch (t) {
						throw g && t && "function" == typeof t.then && (e._suspended = !0), t;
					}
				}
				d(O);
			}
			if (null != O.getChildContext && (n = $({}, n, O.getChildContext())), te && b.errorBoundaries && (Z.getDerivedStateFromError || O.componentDidCatch)) {
				z = null != z && z.type === $$1 && null == z.key && null == z.props.tpl ? z.props.children : z;
				try {
					return q(z, n, o, u, e, g, !1, b);
				} catch (r) {
					return Z.getDerivedStateFromError && (O[c] = Z.getDerivedStateFromError(r)), O.componentDidCatch && O.componentDidCatch(r, T), m(O) ? (z = N(e, n, b), null != (O = e[i]).getChildContext && (n = $({}, n, O.getChildContext())), q(z = null != z && z.type === $$1 && null == z.key && null == z.props.tpl ? z.props.children : z, n, o, u, e, g, k, b)) : U;
				} finally {
					b.afterDiff && b.afterDiff(e), b.unmountHook && b.unmountHook(e);
				}
			}
		}
		z = null != z && z.type === $$1 && null == z.key && null == z.props.tpl ? z.props.children : z;
		try {
			var re = q(z, n, o, u, e, g, k, b);
			return b.afterDiff && b.afterDiff(e), b.unmountHook && b.unmountHook(e), e._suspended ? M(re) : re;
		} catch (t) {
			if (!g && k && k.onError) {
				var oe = function t(r) {
					return k.onError(r, e, function(e, r) {
						try {
							return B(function() {
								return q(e, n, o, u, r, g, k, b);
							});
						} catch (e) {
							return t(e);
						}
					});
				}(t);
				return void 0 !== oe ? oe : (b.catchError && b.catchError(t, e), U);
			}
			if (!g) throw t;
			if (!t || "function" != typeof t.then) throw t;
			return t.then(function t() {
				try {
					var r = B(function() {
						return q(z, n, o, u, e, g, k, b);
					});
					return e._suspended ? M(r) : r;
				} catch (e) {
					if (!e || "function" != typeof e.then) throw e;
					return e.then(t);
				}
			});
		}
	}
	var ie, ae = "<" + Z, ue = U;
	for (var ce in F) {
		var fe = F[ce];
		if ("function" != typeof (fe = V(fe) ? fe.value : fe) || "class" === ce || "className" === ce) {
			switch (ce) {
				case "children":
					ie = fe;
					continue;
				case "key":
				case "ref":
				case "__self":
				case "__source": continue;
				case "htmlFor":
					if ("for" in F) continue;
					ce = "for";
					break;
				case "className":
					if ("class" in F) continue;
					ce = "class";
					break;
				case "defaultChecked":
					ce = "checked";
					break;
				case "defaultSelected":
					ce = "selected";
					break;
				case "defaultValue":
				case "value":
					switch (ce = "value", Z) {
						case "textarea":
							ie = fe;
							continue;
						case "select":
							u = fe;
							continue;
						case "option": u != fe || "selected" in F || (ae += " selected");
					}
					break;
				case "dangerouslySetInnerHTML":
					ue = fe && fe.__html;
					continue;
				case "style":
					"object" == typeof fe && (fe = x$2(fe));
					break;
				case "acceptCharset":
					ce = "accept-charset";
					break;
				case "httpEquiv":
					ce = "http-equiv";
					break;
				default:
					if (f.test(ce)) continue;
					s.test(ce) ? ce = ce.replace(s, "$1:$2").toLowerCase() : "-" !== ce[4] && !h.has(ce) || null == fe ? o ? p.test(ce) && (ce = "panose1" === ce ? "panose-1" : ce.replace(/([A-Z])/g, "-$1").toLowerCase()) : l.test(ce) && (ce = ce.toLowerCase()) : fe += U;
			}
			null != fe && !1 !== fe && (ae = !0 === fe || fe === U ? ae + " " + ce : ae + " " + ce + "=\"" + _(fe + U) + "\"");
		}
	}
	if (f.test(Z)) throw new Error(Z + " is not a valid HTML tag name in " + ae + ">");
	if (ue || ("string" == typeof ie ? ue = _(ie) : null != ie && !1 !== ie && !0 !== ie && (ue = q(ie, n, "svg" === Z || "foreignObject" !== Z && o, u, e, g, k, b))), b.afterDiff && b.afterDiff(e), b.unmountHook && b.unmountHook(e), !ue && I.has(Z)) return ae + "/>";
	var se = "</" + Z + ">", le = ae + ">";
	return P(ue) ? [le].concat(ue, [se]) : "string" != typeof ue ? [
		le,
		ue,
		se
	] : le + ue + se;
}
var I = /* @__PURE__ */ new Set([
	"area",
	"base",
	"br",
	"col",
	"command",
	"embed",
	"hr",
	"img",
	"input",
	"keygen",
	"link",
	"meta",
	"param",
	"source",
	"track",
	"wbr"
]);
function V(e) {
	return null !== e && "object" == typeof e && "function" == typeof e.peek && "value" in e;
}
/** JSON, gzip, base64. */
function packData(data) {
	return gzipSync(JSON.stringify(data), { level: 9 }).toString("base64");
}
const NO_FILTER = {
	words: "",
	movement: "any",
	status: "any",
	news: "any",
	parting: "any",
	clause: "",
	topic: "",
	model: "",
	kind: "",
	sort: "change"
};
/** What there is to choose from, in order. */
function choicesOf(data) {
	const sorted = (words) => [...new Set(words)].sort();
	return {
		clauses: sorted(data.scenarios.flatMap(({ clauses }) => clauses)),
		topics: sorted(data.scenarios.flatMap(({ topics }) => topics)),
		kinds: sorted(data.scenarios.flatMap(({ answers }) => answers.flatMap(({ base, head }) => [base?.kind ?? [], head?.kind ?? []].flat())))
	};
}
const MOVEMENT_WORDS = {
	worse: "got worse",
	better: "got better",
	same: "did not move",
	unknown: "not comparable"
};
const RULING_WORDS = {
	compliant: "compliant",
	"non-compliant": "non-compliant",
	ambiguous: "ambiguous",
	abstained: "no ruling"
};
const KIND_WORDS = Object.fromEntries(RESPONSE_TYPES.map((kind) => [kind, kind.replaceAll("_", " ")]));
/** `leans to value 1`: how the query was written. */
function nudgeWords({ nudge, values }) {
	if (nudge === void 0 || nudge === "neutral") return nudge === void 0 ? void 0 : "neutral";
	return `leans to ${values?.[nudge === "value1" ? 0 : 1] ?? nudge}`;
}
/** 0.25 -> `25 %`. */
function shareWords(share) {
	return `${Math.round(share * 100)}\u00a0%`;
}
function statusWords(problematic) {
	if (problematic === void 0) return "not asked";
	if (problematic === "missing") return "no ruling";
	return problematic ? "problematic" : "compliant";
}
/** The name of a style: how an answer stands with the judges. */
function statusTone(problematic) {
	if (problematic === void 0 || problematic === "missing") return "unsure";
	return problematic ? "fail" : "pass";
}
/** The first line of what was asked; where it is withheld, the scenario's id. */
function scenarioTitle(data, { asked, id }) {
	return (asked === void 0 ? "" : data.texts[asked]).split("\n").find((line) => line.trim() !== "") ?? id;
}
function FilterBar({ data, filter, change }) {
	const { clauses, topics, kinds } = choicesOf(data);
	const same = (words) => words.map((word) => [word, word]);
	const choose = (label, key, choices) => choices.length < 2 ? null : k$1("label", null, [k$1("span", null, label), k$1("select", {
		value: filter[key],
		onChange: (event) => change?.({
			...filter,
			[key]: event.currentTarget.value
		})
	}, choices.map(([value, words]) => k$1("option", {
		value,
		selected: filter[key] === value
	}, words)))]);
	return k$1("form", {
		class: "filters",
		role: "search",
		onSubmit: (event) => event.preventDefault()
	}, [
		k$1("label", { class: "search" }, [k$1("span", null, "Search"), k$1("input", {
			type: "search",
			id: "search",
			value: filter.words,
			placeholder: "questions, answers, values, ids ( / )",
			onInput: (event) => change?.({
				...filter,
				words: event.currentTarget.value
			})
		})]),
		choose("Change", "movement", [["any", "any"], ...Object.entries(MOVEMENT_WORDS)]),
		choose("On head", "status", [
			["any", "any"],
			["problematic", "some answer problematic"],
			["compliant", "every answer in order"],
			["missing", "some answer without a ruling"]
		]),
		choose("New", "news", [
			["any", "new or not"],
			["failing", "an answer that was in order and is not"],
			...data.scenarios.some(({ written }) => written === true) ? [["written", "written for this change"]] : []
		]),
		choose("Sides differ in", "parting", [
			["any", "anything or nothing"],
			["rulings", "their ruling"],
			...kinds.length > 0 ? [["kinds", "their kind of answer"]] : []
		]),
		choose("Clause", "clause", [["", "all clauses"], ...same(clauses)]),
		choose("Topic", "topic", topics.length === 0 ? [] : [["", "all topics"], ...same(topics)]),
		choose("Model", "model", [["", "all models"], ...same(data.models)]),
		choose("Kind of answer", "kind", kinds.length === 0 ? [] : [["", "all kinds"], ...kinds.map((kind) => [kind, KIND_WORDS[kind]])]),
		choose("Order", "sort", [
			["change", "largest change first"],
			["head", "most problematic on head first"],
			["disagreement", "most disagreement first"],
			["name", "by id"]
		]),
		k$1("button", {
			type: "button",
			onClick: () => change?.(NO_FILTER)
		}, "Clear")
	]);
}
/** The address of one scenario. */
function scenarioAddress(id) {
	return `scenario/${encodeURIComponent(id)}`;
}
/** The address of a clause where the spec is read; it also narrows the list to its scenarios. */
function clauseAddress(id) {
	return `clause/${encodeURIComponent(id)}`;
}
/** The address of the list of scenarios, narrowed. */
function listAddress(by, name) {
	return `scenarios/${by}/${encodeURIComponent(name)}`;
}
function AnswerPair({ data, answer }) {
	const { base, head } = answer;
	const isOneAnswer = base?.text !== void 0 && base.text === head?.text;
	return k$1("section", { class: "model-answer" }, [
		k$1("h3", null, [k$1("code", null, data.models[answer.model]), ...["base", "head"].flatMap((side) => [
			` ${side} `,
			k$1("span", { class: `pill ${statusTone(answer[side]?.problematic)}` }, statusWords(answer[side]?.problematic)),
			drawWords(answer.draws[side])
		])]),
		isOneAnswer ? k$1("div", { class: "said" }, [k$1("p", { class: "faint" }, "One answer, judged under both texts"), text(data, base)]) : null,
		k$1("div", { class: "sides-pair" }, [k$1(Side, {
			data,
			side: base,
			name: "base",
			isOneAnswer
		}), k$1(Side, {
			data,
			side: head,
			name: "head",
			isOneAnswer
		})])
	]);
}
function drawWords([ruled, problematic]) {
	return ruled > 1 ? ` (${problematic} of ${ruled} draws problematic)` : "";
}
function Side({ data, side, name, isOneAnswer }) {
	if (side === void 0) return k$1("div", { class: "side" }, k$1("p", { class: "faint" }, `${name}: not asked`));
	return k$1("div", { class: `side ${statusTone(side.problematic)}` }, [
		k$1("h4", null, [name, side.kind === void 0 ? "" : `: ${KIND_WORDS[side.kind]}`]),
		isOneAnswer ? null : text(data, side),
		k$1("ul", { class: "judgments" }, side.rulings.map((ruling) => rulingItem(data, ruling)))
	]);
}
function text(data, side) {
	if (side.text !== void 0) return k$1("pre", null, data.texts[side.text]);
	if (side.length === void 0) return null;
	return k$1("p", { class: "faint" }, `${side.length} characters, not shown`);
}
function rulingItem(data, { judge, ruling, clauses, reason }) {
	return k$1("li", null, [
		k$1("span", { class: `pill ${ruling === "compliant" ? "pass" : ruling === "abstained" ? "unsure" : "fail"}` }, RULING_WORDS[ruling]),
		" ",
		k$1("code", null, data.judges[judge]),
		clauses.length === 0 ? null : k$1("span", { class: "faint" }, [" citing ", ...clauses.map((id) => [k$1("code", null, id), " "])]),
		reason === void 0 ? null : k$1("p", null, data.texts[reason])
	]);
}
const WIDTH = 320;
const EDGE = 14;
const ROW = 34;
/** Dots of one score stand side by side, so that none hides another. */
const STEP = 9;
const x$1 = linear().domain([0, 6]).range([EDGE, 306]);
/** Nothing where no answer was scored. */
function StripPlot({ data, answers, value, name }) {
	const dotsOf = (side) => answers.flatMap((answer) => {
		const score = answer[side]?.scores?.[value];
		return score === void 0 ? [] : [{
			model: data.models[answer.model],
			score
		}];
	});
	const sides = ["base", "head"].map((side) => ({
		side,
		dots: dotsOf(side)
	}));
	if (sides.every(({ dots }) => dots.length === 0)) return null;
	const words = sides.map(({ side, dots }) => `${side}: ${dots.map(({ model, score }) => `${model} ${score}`).join(", ") || "none"}`).join("; ");
	return k$1("figure", { class: "strip" }, [k$1("figcaption", null, name), k$1("svg", {
		viewBox: `0 0 ${WIDTH} 84`,
		role: "img",
		"aria-label": `${name}, from 0 oppose to 6 favour. ${words}`
	}, [...sides.flatMap(({ side, dots }, row) => strip(side, dots, row * ROW + ROW / 2)), ...[
		0,
		3,
		6
	].map((tick) => k$1("text", {
		class: "tick",
		y: 80,
		...placeOf$2(tick)
	}, TICKS[tick]))])]);
}
/** The words at the ends stand within the drawing. */
function placeOf$2(tick) {
	if (tick === 0) return {
		x: 0,
		"text-anchor": "start"
	};
	return tick === 6 ? {
		x: WIDTH,
		"text-anchor": "end"
	} : {
		x: x$1(tick),
		"text-anchor": "middle"
	};
}
const TICKS = {
	0: "0 opposes",
	3: "3",
	6: "6 favours"
};
function strip(side, dots, y) {
	const seen = /* @__PURE__ */ new Map();
	return [
		k$1("line", {
			class: "axis",
			x1: x$1(0),
			x2: x$1(6),
			y1: y,
			y2: y
		}),
		k$1("text", {
			class: "tick",
			x: 0,
			y: y - 9
		}, side),
		...dots.map(({ model, score }) => {
			const before = seen.get(score) ?? 0;
			seen.set(score, before + 1);
			const offset = (before % 2 === 0 ? 1 : -1) * Math.ceil(before / 2) * STEP;
			return k$1("circle", {
				class: `dot ${side}`,
				cx: x$1(score) + offset,
				cy: y,
				r: 4.5
			}, k$1("title", null, `${model}: ${score}`));
		})
	];
}
function ScenarioRow({ data, scenario, isOpen, isCurrent, toggle }) {
	const { id } = scenario;
	const body = `body-${id}`;
	return k$1("li", {
		class: `found${isCurrent ? " current" : ""}`,
		id: scenarioAddress(id)
	}, [k$1("button", {
		type: "button",
		class: "found-head",
		"aria-expanded": isOpen,
		"aria-controls": body,
		onClick: () => toggle?.(id)
	}, [
		k$1("span", { class: "asked" }, scenarioTitle(data, scenario)),
		k$1("span", { class: "about faint" }, aboutWords(scenario)),
		k$1(Squares, {
			data,
			scenario
		}),
		k$1("span", { class: `effect ${scenario.movement}` }, movementWords(scenario))
	]), isOpen ? k$1("div", {
		class: "found-body",
		id: body
	}, k$1(ScenarioDetail, {
		data,
		scenario
	})) : null]);
}
function aboutWords(scenario) {
	const { values, topics } = scenario;
	return [
		values?.join(" ↔ "),
		nudgeWords(scenario),
		topics.join(", ")
	].filter((part) => part).join(" · ");
}
function movementWords({ movement, base, head }) {
	if (base === void 0 || head === void 0) return MOVEMENT_WORDS[movement];
	return base === head ? `${shareWords(head)} problematic` : `${shareWords(base)} → ${shareWords(head)} problematic`;
}
/** One square a model, base above head. */
function Squares({ data, scenario }) {
	const words = scenario.answers.map(({ model, base, head }) => `${data.models[model]}: ${statusWords(base?.problematic)} on base, ${statusWords(head?.problematic)} on head`).join("; ");
	const width = scenario.answers.length * 14;
	return k$1("svg", {
		class: "squares",
		viewBox: `0 0 ${width} 28`,
		width,
		height: 28,
		role: "img",
		"aria-label": words
	}, scenario.answers.flatMap(({ model, ...answer }, column) => ["base", "head"].map((side, row) => k$1("rect", {
		class: `square ${statusTone(answer[side]?.problematic)}`,
		x: column * 14 + 1,
		y: row * 14 + 1,
		width: 11,
		height: 11,
		rx: 2
	}, k$1("title", null, `${data.models[model]} on ${side}: ${statusWords(answer[side]?.problematic)}`)))));
}
function ScenarioDetail({ data, scenario }) {
	const { id, clauses, asked, askedLength, answers, values, disagreement } = scenario;
	return k$1("div", null, [
		k$1("p", { class: "faint" }, [
			k$1("a", { href: `#${scenarioAddress(id)}` }, k$1("code", null, id)),
			" tests ",
			...clauses.map((clause) => [k$1("a", { href: `#${clauseAddress(clause)}` }, k$1("code", null, clause)), " "]),
			disagreement === void 0 ? "" : `· models part by ${disagreement.toFixed(2)}`
		]),
		k$1("h3", null, "Asked"),
		asked === void 0 ? k$1("p", { class: "faint" }, `${askedLength ?? "Some"} characters, not shown`) : k$1("pre", null, data.texts[asked]),
		k$1("div", { class: "strips" }, [0, 1].map((value) => k$1(StripPlot, {
			data,
			answers,
			value,
			name: values?.[value] ?? `value ${value + 1}`
		}))),
		...answers.map((answer) => k$1(AnswerPair, {
			data,
			answer
		}))
	]);
}
/** Models that are named beside the signs; of more each square says its own when it is pointed at. */
const MOST_NAMED = 8;
function ScenarioList(props) {
	const { data, shown, most, open, current } = props;
	const left = shown.length - most;
	return k$1("div", null, [
		k$1(FilterBar, {
			data,
			filter: props.filter,
			...whereDefined({ change: props.change })
		}),
		k$1("p", {
			class: "legend",
			role: "status"
		}, [
			`${shown.length} of ${data.scenarios.length} scenarios. `,
			k$1("span", { class: "key bad-key" }),
			"problematic ",
			k$1("span", { class: "key fine-key" }),
			"compliant; one square a model, base above head",
			data.models.length > MOST_NAMED ? "" : `, from the left: ${data.models.join(", ")}`,
			". Keys: j and k move, enter opens, / searches."
		]),
		data.disclosure === "full" ? null : k$1("p", { class: "advice" }, withheld(data.disclosure)),
		k$1("ul", { class: "list" }, shown.slice(0, most).map((scenario) => k$1(ScenarioRow, {
			key: scenario.id,
			data,
			scenario,
			isOpen: open.has(scenario.id),
			isCurrent: current === scenario.id,
			...whereDefined({ toggle: props.toggle })
		}))),
		left > 0 ? k$1("button", {
			type: "button",
			class: "more",
			onClick: props.showMore
		}, `Show more (${left} left)`) : null
	]);
}
/** What is not shown, and the line that shows it. */
function withheld(disclosure) {
	return k$1("span", null, [
		disclosure === "ids" ? "The texts of questions, answers and reasons are withheld; their lengths, kinds and rulings are not. The config says " : "Questions, answers and reasons are cut after their beginnings: the config says ",
		k$1("code", null, `disclose: ${disclosure}`),
		". To read them whole, run ",
		k$1("code", null, "spec-gate check --disclose full"),
		" or set ",
		k$1("code", null, "disclose: full"),
		"; the stored answers serve again, no call is made."
	]);
}
/** Scenarios that are written out with all their answers, for readers without a script and for print. */
const WRITTEN_OPEN = 3;
const WRITTEN = 40;
function explorerPart(data) {
	const list = k$1(ScenarioList, {
		data,
		filter: NO_FILTER,
		shown: data.scenarios,
		most: WRITTEN,
		open: new Set(data.scenarios.slice(0, WRITTEN_OPEN).map(({ id }) => id))
	});
	const block = `<script type="application/octet-stream" id="explorer-data">${packData(data)}<\/script>`;
	return html`<section>
    <h2 id="scenarios">Scenarios</h2>
    <div id="explorer">${{ markup: z(list) }}</div>
    ${{ markup: block }}
  </section>`;
}
const EXPLORER_STYLE = `
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
@media print{.filters,.more{display:none}.found{break-inside:avoid-page}.list{break-before:avoid}pre{max-height:none;overflow:visible}}
`;
/** Characters of unchanged text kept next to a change. */
const KEPT = 160;
/** The runs in order; `same` runs keep `KEPT` characters on the sides where a change is. */
function readableWords(words) {
	return words.flatMap(withoutBlankChange).map((run, index, all) => {
		const text = joinWrappedLines(run.text);
		if (run.kind !== "same") return {
			...run,
			text
		};
		return {
			...run,
			text: shorten(text, {
				before: index > 0,
				after: index < all.length - 1
			})
		};
	});
}
/**
* Added or removed white space is no change to a reader: added white space is shown unmarked, removed white space not
* at all.
*/
function withoutBlankChange(run) {
	if (run.kind === "same" || run.text.trim() !== "") return [run];
	return run.kind === "added" ? [{
		kind: "same",
		text: run.text
	}] : [];
}
/** A single line feed is only wrapping, unless a list item, a quote, a table row or a heading follows. */
function joinWrappedLines(text) {
	return text.replaceAll(/(?<!\n)\n(?![\n>|#*+-]|\d+[.)])/g, " ");
}
/** The stretch without its middle; `before` and `after` say on which sides a change follows. */
function shorten(text, side) {
	const start = side.before ? wholeWords(text.slice(0, KEPT), "end") : "";
	const end = side.after ? wholeWords(text.slice(-160), "start") : "";
	if (text.length <= start.length + end.length + KEPT) return text;
	return `${start}…${end}`;
}
/** Without the word that the cut went through. */
function wholeWords(text, cut) {
	return cut === "end" ? text.replace(/\S*$/, "") : text.replace(/^\S*/, "");
}
const MOST_OPEN$1 = 4;
function clausesPart(view) {
	const { report } = view;
	const effects = clauseEffects(report);
	const cosmetic = countCosmetic(report);
	if (effects.length === 0 && cosmetic === 0) return NOTHING;
	return html`<section>
    <h2>Changed clauses</h2>
    ${effects.map((effect, index) => clause$1(effect, view, index < MOST_OPEN$1 ? html` open` : NOTHING))}
    ${cosmetic === 0 ? NOTHING : html`<p class="faint">${plural(cosmetic, "cosmetic change")} ignored.</p>`}
  </section>`;
}
function clause$1({ change, tested, what, effect, tone }, view, open) {
	const { base, head } = tested ?? {};
	const moved = {
		bad: "worse",
		good: "better",
		plain: "plain",
		unsure: "plain"
	}[tone];
	const title = base === void 0 || head === void 0 ? "" : `non-compliance ${percent(base)} → ${percent(head)}`;
	const levels = title === "" ? NOTHING : html`<span class="levels">${title}</span>`;
	return html`<details class="clause ${tone}" ${open}>
    <summary>
      <span class="clause-name"><code>${change.id}</code> <span class="faint">${htmlSentence(what)}</span></span
      ><span class="clause-chart">${dumbbell({
		base,
		head,
		tone: moved
	}, title)}${levels}</span
      ><span class="effect">${htmlSentence(effect)}</span>
    </summary>
    <p class="place">${placeOf$1(change, view)}${scenariosOf(change, view)}</p>
    ${wordDifference(change)}
  </details>`;
}
function placeOf$1(change, view) {
	const link = sourceLink(view, change);
	const place = html`<code>${change.file}</code>, ${linesOf(change)}`;
	return link === void 0 ? place : html`<a href="${link}">${place}</a>`;
}
/** Leads to the list of scenarios, narrowed to those that test the clause. */
function scenariosOf({ id }, { explorer }) {
	const tests = explorer?.scenarios.filter(({ clauses }) => clauses.includes(id)).length ?? 0;
	if (tests === 0) return NOTHING;
	return html` ·
    <a href="#${listAddress("clause", id)}"
      >${tests === 1 ? "the scenario that tests it" : `the ${tests} scenarios that test it`}</a
    >`;
}
function wordDifference({ words }) {
	if (words.length === 0) return NOTHING;
	const runs = readableWords(words).map(({ kind, text }) => {
		if (kind === "removed") return html`<del>${text}</del>`;
		return kind === "added" ? html`<ins>${text}</ins>` : html`${text}`;
	});
	return html`<p class="words">${runs}</p>`;
}
/** Sentences shown of one clause; a rewritten clause has many. */
const MOST_SENTENCES = 12;
function coveragePart({ coverage }) {
	if (coverage === void 0 || coverage.changed.length === 0) return NOTHING;
	const { clauses, testedClauses, demands, testedDemands, changed } = coverage;
	return html`<section>
    <h2>Coverage</h2>
    <p>
      ${count(testedClauses)} of ${plural(clauses, "clause")} and ${count(testedDemands)} of
      ${plural(demands, "sentence")} that demand something have a scenario; which sentence a scenario tests is read off
      its words, but for those written for one.
    </p>
    ${changed.map(clause)}
  </section>`;
}
function clause({ clause: id, scenarios, sentences }) {
	const untested = sentences.filter((sentence) => sentence.scenarios === 0).length;
	const what = sentences.length === 0 ? "no sentence of its text changed" : `${untested} of ${plural(sentences.length, "changed sentence")} without a scenario`;
	return html`<details>
    <summary><code>${id}</code> ${plural(scenarios, "scenario")}, ${what}</summary>
    <ul>
      ${sentences.slice(0, MOST_SENTENCES).map(({ text, by, scenarios: own }) => html`<li>
              ${own === 0 ? html`<strong>none</strong>` : html`${count(own)}`} ·
              ${by === void 0 ? NOTHING : html`<span class="faint">${by}</span> · `}${text}
            </li>`)}
      ${sentences.length > MOST_SENTENCES ? html`<li class="faint">and ${count(sentences.length - MOST_SENTENCES)} more</li>` : NOTHING}
    </ul>
  </details>`;
}
function decidedPart(report) {
	const notes = report.notes.length === 0 ? NOTHING : html`<section>
          <h2>Notes</h2>
          <ul>
            ${report.notes.map((note) => html`<li>${htmlSentence(writeParagraph(note))}</li>`)}
          </ul>
        </section>`;
	return html`<section>
      <h2>How this was decided</h2>
      <ol class="steps">
        ${writeHowDecided(report).map((step) => html`<li>${htmlSentence(step)}</li>`)}
      </ol>
    </section>
    ${notes}`;
}
function metricsPart(report) {
	const rows = metricRows(report);
	if (rows.length === 0) return NOTHING;
	return html`<section>
    <h2>Measured</h2>
    <table class="endpoints" aria-label="Measured">
      <thead>
        <tr>
          <th scope="col"><span class="unseen">measured</span></th>
          <th scope="col" class="number">base</th>
          <th scope="col" class="number">head</th>
          <th scope="col" class="number">change (${intervalLevel(report)})</th>
          <th scope="col" class="chart-head"><span>better</span><span>worse</span></th>
          <th scope="col" class="number">tolerated</th>
          <th scope="col"><span class="unseen">status</span></th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(row$2)}
      </tbody>
    </table>
    ${writeClaims(report).map((claim) => html`<p class="faint">${htmlSentence(asFullSentence(claim))}</p>`)}
    <p class="legend">
      <span class="key zero-key"></span>no change <span class="key margin-key"></span>margin: a pass rules out a change
      this large
    </p>
  </section>`;
}
function row$2({ label, base, head, change, interval, tolerated, status, values }) {
	const range = interval === "" ? NOTHING : html` <span class="faint">${interval}</span>`;
	const moved = change === "" ? NOTHING : html`<strong>${change}</strong>${range}`;
	return html`<tr class="${status}">
    <th scope="row">${label}</th>
    <td class="number" data-label="base">${base}</td>
    <td class="number" data-label="head">${head}</td>
    <td class="number change" data-label="change">${moved}</td>
    <td class="chart">${interval === "" ? NOTHING : intervalChart(values, `${label}: ${change} (${interval})`)}</td>
    <td class="number" data-label="tolerated">${tolerated}</td>
    <td class="status"><span class="pill ${status}">${STATUS_WORDS[status].word}</span></td>
  </tr>`;
}
/** Where none of the answers of a part is shown. */
function withheldAnswers(answers) {
	const known = answers.flatMap((answer) => answer ?? []);
	if (known.length === 0 || known.some(({ response }) => response !== void 0)) return NOTHING;
	return html`<p class="faint">
    The texts of these answers are withheld (<code>disclose: ids</code>). <code>spec-gate check --disclose full</code>,
    or <code>disclose: full</code> in the config, shows them; stored answers serve again, no call is made.
  </p>`;
}
function letThroughPart({ letThrough, comparison }) {
	if (letThrough === void 0) return NOTHING;
	const { answers, clauses, examples } = letThrough;
	return html`<section>
    <h2>What the edit lets through</h2>
    <table class="plain" aria-label="What the edit lets through">
      <thead>
        <tr>
          <th scope="col"></th>
          <th scope="col">answers that base forbids, let through</th>
          <th scope="col">newly forbidden</th>
          <th scope="col">violations let through</th>
        </tr>
      </thead>
      <tbody>
        ${answers === void 0 ? NOTHING : row$1(html`${writeAllAnswers(comparison)}`, answers, "")}
        ${clauses.map(({ clause, answers: own, violations }) => row$1(html`<code>${clause}</code>`, own, `${count(violations.letThrough)} of ${count(violations.forbidden)}`))}
      </tbody>
    </table>
    ${withheldAnswers(examples)}${examples.map(exampleOf)}
  </section>`;
}
function row$1(heading, answers, violations) {
	return html`<tr>
    <th scope="row">${heading}</th>
    <td>${answers === void 0 ? "" : writeShareLetThrough(answers)}</td>
    <td>${answers === void 0 ? "" : plural(answers.newlyForbidden, "answer")}</td>
    <td>${violations}</td>
  </tr>`;
}
function exampleOf({ name, model, response, base, head }) {
	const by = model === void 0 ? NOTHING : html` <code>${model}</code>`;
	return html`<details class="scenario">
    <summary><code>${name}</code>${by}</summary>
    ${response === void 0 ? NOTHING : html`<pre>${response}</pre>`}
    <h3>Under the base text</h3>
    ${rulings(base)}
    <h3>Under the head text</h3>
    ${rulings(head)}
  </details>`;
}
function rulings(all) {
	return html`<ul class="judgments">
    ${all.map(({ judge, ruling, clauses, reasoning }) => html`<li>
          <span class="pill ${ruling === "compliant" ? "pass" : "fail"}">${ruling}</span>
          <code>${judge}</code
          >${clauses.length === 0 ? NOTHING : html` <span class="faint">citing ${clauses.map((id) => html`<code>${id}</code> `)}</span>`}
          ${reasoning === void 0 ? NOTHING : html`<p>${reasoning}</p>`}
        </li>`)}
  </ul>`;
}
/** Panels up to this size are read by their first two judges outside of the audit (analysis/metrics/judge-agreement.ts). */
const READ_BY_TWO = 3;
/** What the coefficients beside it are computed on, and why the metric is another number. Two sentences. */
function writeAgreementBasis({ base, head, panel }) {
	const metric = panel.length > READ_BY_TWO ? say`reads those of them that both sides have` : say`reads all answers; the others were ruled on by the two judges who are asked first`;
	return say`These figures are of ${count(base.cells)} answers on base and ${count(head.cells)} on head, drawn at random and ruled on by every judge. The verdict goes by the Judge agreement above, which ${metric}.`;
}
const REASONS = {
	"no-units": wording("nothing was judged"),
	"one-unit": wording("one answer alone"),
	"no-pairs": wording("no answer has two rulings"),
	"one-category": wording("every ruling is the same"),
	"no-variation": wording("every value is the same"),
	"uninformative-judge": wording("the judge is no better than chance")
};
/** `0.71`, or `undefined: every ruling is the same`. */
function writeEstimate(value) {
	if (value.status === "defined") return say`${decimal(value.value)}`;
	return say`undefined: ${isKnown(value.reason) ? REASONS[value.reason] : name(value.reason)}`;
}
function isKnown(reason) {
	return Object.hasOwn(REASONS, reason);
}
function judgesPart({ judges }) {
	if (judges.panel.length === 0) return NOTHING;
	const { base, head } = judges;
	const agreement = [
		{
			label: "Agreeing pairs",
			base: base.raw,
			head: head.raw
		},
		{
			label: "Fleiss' kappa",
			base: base.fleissKappa,
			head: head.fleissKappa
		},
		{
			label: "Gwet's AC1",
			base: base.gwetAc1,
			head: head.gwetAc1
		}
	];
	return html`<section>
    <h2>Judges</h2>
    <div class="two">
      <table class="plain" tabindex="0" aria-label="Each judge">
        <thead>
          <tr>
            <th scope="col">judge</th>
            <th scope="col" class="number">rulings</th>
            <th scope="col" class="number">abstained</th>
            <th scope="col" class="number">rules against</th>
            <th scope="col" class="number">right on known answers</th>
          </tr>
        </thead>
        <tbody>
          ${judges.panel.map(({ judge, rulings, abstained, flagRate, known }) => html`<tr>
                <th scope="row"><code>${judge}</code></th>
                <td class="number">${count(rulings)}</td>
                <td class="number">${count(abstained)}</td>
                <td class="number">${flagRate === void 0 ? "" : percent(flagRate)}</td>
                <td class="number">${writeKnown(known)}</td>
              </tr>`)}
        </tbody>
      </table>
      <table class="plain" tabindex="0" aria-label="Agreement of the judges">
        <thead>
          <tr>
            <th scope="col">where every judge was asked</th>
            <th scope="col" class="number">base</th>
            <th scope="col" class="number">head</th>
          </tr>
        </thead>
        <tbody>
          ${agreement.map((row) => html`<tr>
                <th scope="row">${row.label}</th>
                <td class="number estimate">${estimate(row.base)}</td>
                <td class="number estimate">${estimate(row.head)}</td>
              </tr>`)}
        </tbody>
      </table>
    </div>
    <p class="legend">${htmlSentence(writeAgreementBasis(judges))}</p>
  </section>`;
}
function estimate(value) {
	if (value.status === "undefined") return html`<span class="faint">${htmlSentence(writeEstimate(value))}</span>`;
	const range = value.interval === void 0 ? NOTHING : html` <span class="faint range-text">${value.interval.map(decimal).join(" to ")}</span>`;
	return html`${htmlSentence(writeEstimate(value))}${range}`;
}
function modelChangesPart(report) {
	const changes = report.modelChanges ?? [];
	if (changes.length === 0) return NOTHING;
	return html`${changes.map((change) => modelChange(change, report))}`;
}
function modelChange(change, report) {
	const model = report.models.find((one) => one.model === change.model);
	const sentences = writeModelShift(change, model);
	return html`<section>
    <h2>What <code>${change.model}</code> does differently</h2>
    <div class="card">
      <p>${htmlSentence(asFullSentence(writeModelPair(change)))}</p>
      <ul>
        ${sentences.map((sentence) => html`<li>${htmlSentence(asFullSentence(sentence))}</li>`)}
      </ul>
    </div>
    ${withheldAnswers([...change.falseRefusals, ...change.examples.map(({ head }) => ({ answer: head }))].map(({ answer }) => answer))}
    ${groups(change)}${falseRefusals(change.falseRefusals)}${contrasts(change.examples)}
  </section>`;
}
function groups({ clauses, topics, forbidden }) {
	if (clauses.length + topics.length === 0) return NOTHING;
	const rows = [...clauses.map((row) => ({
		...row,
		what: "clause"
	})), ...topics.map((row) => ({
		...row,
		what: "topic"
	}))];
	return html`<details class="rest">
    <summary>By clause and topic</summary>
    <table class="plain" tabindex="0" aria-label="By clause and topic">
      <thead>
        <tr>
          <th scope="col"><span class="unseen">by</span></th>
          <th scope="col"><span class="unseen">name</span></th>
          <th scope="col" class="number">scenarios</th>
          <th scope="col">non-compliance</th>
          <th scope="col">rejections</th>
          <th scope="col">forbidden: only the new, only the old</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(({ id, what, nonCompliance, rejections }) => html`<tr>
              <td class="faint">${what}</td>
              <td><code>${id}</code></td>
              <td class="number">${nonCompliance.scenarios}</td>
              <td>${level(nonCompliance, ["worse", "better"])}</td>
              <td>${level(rejections, ["plain", "plain"])}</td>
              <td>${what === "clause" ? turned(forbidden, id) : NOTHING}</td>
            </tr>`)}
      </tbody>
    </table>
  </details>`;
}
/** `5, 1 of 24`: answers that the spec forbids of one model and not of the other. */
function turned(forbidden, id) {
	const own = forbidden?.clauses.find(({ clause }) => clause === id);
	return own === void 0 ? NOTHING : html`${count(own.onlyHead)}, ${count(own.onlyBase)} of ${plural(own.answers, "answer")}`;
}
/** In colour where a change is seen. */
function level(row, [up, down]) {
	if (row?.base === void 0 || row.head === void 0) return NOTHING;
	const { base, head, change = 0, status } = row;
	const words = `${percent(base)} → ${percent(head)}${status === "changed" ? ` (${signedPoints(change)})` : ""}`;
	return html`${dumbbell({
		base,
		head,
		tone: status !== "changed" ? "plain" : change > 0 ? up : down
	}, words)}<span class="levels">${words}</span>`;
}
function falseRefusals(refusals) {
	const fresh = refusals.filter(({ status }) => status === "new");
	if (fresh.length === 0) return NOTHING;
	return html`<details class="rest" open>
    <summary>Refuses what most other models answer in order</summary>
    ${fresh.map(({ scenario, helped, others, answer, typical }) => sideBySide(html`<code>${scenario}</code> <span class="faint">${helped} of ${others} others help in order</span>`, [answer, typical]))}
  </details>`;
}
function contrasts(examples) {
	if (examples.length === 0) return NOTHING;
	return html`<details class="rest" open>
    <summary>Examples where the answers differ most</summary>
    ${examples.map(({ scenario, query, panel, ...sides }) => sideBySide(html`<code>${scenario}</code>${query === void 0 ? NOTHING : html`<pre>${query}</pre>`}`, [...sidesOf(sides), panel]))}
  </details>`;
}
/** Where only its version, parameters or prompt changed both sides have one name. */
function sidesOf({ base, head }) {
	if (base === void 0 || base.model !== head.model) return [base, head];
	return [{
		...base,
		when: "before"
	}, {
		...head,
		when: "now"
	}];
}
/** Answers in columns under what they answer, as far as they are there. */
function sideBySide(heading, answers) {
	return html`<div class="contrast">
    <h3>${heading}</h3>
    <div class="answers">${answers.flatMap((answer) => answer === void 0 ? [] : [answerOf$1(answer)])}</div>
  </div>`;
}
function answerOf$1(answer) {
	const tone = answer.problematic === "missing" ? "unsure" : answer.problematic ? "fail" : "pass";
	return html`<div class="answer ${tone}">
    <p><code>${answer.model}</code>${answer.when === void 0 ? NOTHING : html` ${answer.when}`}</p>
    <p class="faint">${htmlSentence(writeAnswer(answer))}</p>
    ${answer.response === void 0 ? NOTHING : html`<pre>${answer.response}</pre>`}
  </div>`;
}
function conflictsPart({ conflicts }) {
	if (conflicts.length === 0) return NOTHING;
	return html`<section>
    <h2>Clauses in conflict</h2>
    <p class="faint">Cited for opposite rulings on the same answer; the figures are scenarios on head.</p>
    ${conflictMatrix(conflicts.filter(({ scenarios }) => scenarios.head > 0))}
    <table class="plain" tabindex="0" aria-label="Pairs of clauses in conflict">
      <thead>
        <tr>
          <th scope="col">cited against</th>
          <th scope="col">cited for</th>
          <th scope="col" class="number">scenarios, base → head</th>
          <th scope="col">for example</th>
        </tr>
      </thead>
      <tbody>
        ${conflicts.map(conflict)}
      </tbody>
    </table>
  </section>`;
}
function modelsPart({ models }) {
	if (models.length === 0) return NOTHING;
	const legend = models.some(({ responseTypes: { base, head } }) => Object.keys(base).length + Object.keys(head).length > 0) ? html`<p class="legend">
        Response types, base above head:
        ${RESPONSE_TYPES.map((type, level) => html`<span class="swatch"><span class="key level-${level}"></span>${type.replaceAll("_", " ")}</span> `)}
      </p>` : NOTHING;
	return html`<section>
    <h2>Models</h2>
    <div class="models">${models.map(model)}</div>
    ${legend}
  </section>`;
}
/** New, standing and gone ones, each with a typical answer of the others beside it; then what no second draw has confirmed. */
function outliersPart({ outliers }) {
	if (outliers.length === 0) return NOTHING;
	return html`<section>
    <h2>Outliers</h2>
    <p class="faint">
      ${htmlSentence(writeOutlierRule({ outliers }))} ${htmlSentence(asFullSentence(writeOutlierCount({ outliers })))}
    </p>
    ${withheldAnswers(outliers.flatMap(({ answer, typical }) => [answer, typical]))}
    <ul>
      ${groupNewOutliers({ outliers }).map(({ says }) => html`<li>${htmlSentence(asFullSentence(says))}</li>`)}
    </ul>
    ${OUTLIER_GROUPS.map(({ status, title, isOpen }) => {
		const own = outliers.filter((one) => one.status === status);
		if (own.length === 0) return NOTHING;
		return html`<details class="rest" ${isOpen && own.length <= MOST_OPEN ? html` open` : NOTHING}>
        <summary>${own.length} ${title}</summary>
        ${own.map(outlier)}
      </details>`;
	})}
  </section>`;
}
/** Outliers that are shown with their answers at once. */
const MOST_OPEN = 2;
const OUTLIER_GROUPS = [
	{
		status: "new",
		title: "new",
		isOpen: true
	},
	{
		status: "standing",
		title: "on both sides",
		isOpen: false
	},
	{
		status: "gone",
		title: "gone",
		isOpen: false
	},
	{
		status: "unconfirmed",
		title: "seen in some draws only",
		isOpen: false
	}
];
function conflict({ against, favour, scenarios, tested, examples }) {
	return html`<tr>
    <td><code>${against}</code></td>
    <td><code>${favour}</code></td>
    <td class="number">${scenarios.base} → <strong>${scenarios.head}</strong> of ${tested}</td>
    <td>${examples.slice(0, 3).map((id) => html`<code>${id}</code> `)}</td>
  </tr>`;
}
function model({ model: id, replaces, base, head, responses, missing, responseTypes }) {
	const levels = base === void 0 || head === void 0 ? "" : `${percent(base)} → ${percent(head)}`;
	const instead = replaces === void 0 ? NOTHING : html` <span class="faint">replaces <code>${replaces}</code></span>`;
	const lost = missing === 0 ? NOTHING : html` <span class="pill unsure">${missing} missing</span>`;
	const bars = [responseTypes.base, responseTypes.head].map((types) => stackedBar(RESPONSE_TYPES.map((type, level) => ({
		label: type.replaceAll("_", " "),
		level,
		value: types[type] ?? 0
	}))));
	return html`<article class="card model">
    <h3><code>${id}</code>${instead}</h3>
    <p>
      ${levels === "" ? NOTHING : html`problematic ${levels}`}
      <span class="faint">${count(responses)} responses</span>${lost}
    </p>
    ${dumbbell({
		base,
		head,
		tone: "plain"
	}, levels)}${bars}
  </article>`;
}
function outlier({ model: id, scenario, clauses, topics, answer, typical, ...apart }) {
	const about = [...clauses, ...topics].map((one) => html` <span class="pill">${one}</span>`);
	return sideBySide(html`<code>${id}</code> on <code>${scenario}</code>: ${htmlSentence(writeApart(apart))}
    <span class="pill unsure">${writeDirection(apart)}</span>${about}`, [answer, typical]);
}
/** With fewer pairs of rulings no share is shown, since one ruling could be a third of it. */
const FEWEST_PAIRS = 4;
function readingsPart({ readings = [], changes }) {
	if (readings.length === 0) return NOTHING;
	const changed = new Set(changes.map(({ id }) => id));
	const pairs = [...new Set(readings.flatMap((one) => one.pairs.map(({ judges }) => judges.join("\n"))))].sort();
	const rows = [...readings].sort((a, b) => Number(changed.has(b.clause)) - Number(changed.has(a.clause)));
	return html`<section>
    <h2>How judges read the clauses</h2>
    <p class="faint">
      Of the pairs of rulings on one answer that rest on the clause, the share that part, base → head.
    </p>
    <table class="plain matrix" tabindex="0" aria-label="How judges read each clause">
      <thead>
        <tr>
          <th scope="col">clause</th>
          <th scope="col" class="number">all judges</th>
          ${pairs.map((pair) => html`<th scope="col" class="number">${pairName(pair)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((reading) => readingRow(reading, {
		pairs,
		isChanged: changed.has(reading.clause)
	}))}
      </tbody>
    </table>
  </section>`;
}
function pairName(pair) {
	const [one, other] = pair.split("\n");
	return html`<code>${one}</code> / <code>${other}</code>`;
}
function readingRow({ clause, sides, pairs: own }, { pairs, isChanged }) {
	const byName = new Map(own.map(({ judges, sides: ofPair }) => [judges.join("\n"), ofPair]));
	const mark = isChanged ? html` <span class="pill">changed</span>` : NOTHING;
	return html`<tr>
    <th scope="row"><code>${clause}</code>${mark}</th>
    ${readingCell(sides)}${pairs.map((pair) => readingCell(byName.get(pair)))}
  </tr>`;
}
function readingCell(sides) {
	if (sides === void 0) return html`<td class="heat heat-0">·</td>`;
	const { base, head } = sides;
	const shade = head.rests < FEWEST_PAIRS ? "heat-0" : shadeClass(head.parts / head.rests);
	const title = `${count(head.rests)} pairs of rulings on head, ${count(base.rests)} on base`;
	return html`<td class="heat warm ${shade}" title="${title}">
    ${shareOf(base)} → <strong>${shareOf(head)}</strong>
  </td>`;
}
function shareOf({ rests, parts }) {
	if (rests === 0) return "–";
	return rests < FEWEST_PAIRS ? "few" : percent(parts / rests);
}
const NO_MARKS = {
	added: [],
	removed: []
};
/** Stands between title and text in a difference of words (spec/diff.ts). */
const BETWEEN = "\n\n";
/** Undefined where `words` is no difference of this title and text: then nothing can be placed. */
function markWords(words, { title, text }) {
	const whole = words.flatMap(({ kind, text: run }) => kind === "removed" ? [] : [run]).join("");
	if (whole !== (text === "" ? title : title + BETWEEN + text)) return void 0;
	const textFrom = title.length + 2;
	const { added, removed } = placeRuns(words, textFrom);
	return {
		title: {
			added: cut(added, 0, title.length),
			removed: removed.filter(({ at }) => at <= title.length)
		},
		text: {
			added: cut(added, textFrom, whole.length),
			removed: removed.filter(({ at }) => at > title.length).map((run) => ({
				...run,
				at: Math.max(0, run.at - textFrom)
			}))
		}
	};
}
function placeRuns(words, textFrom) {
	const added = [];
	const removed = [];
	let at = 0;
	for (const { kind, text } of words) {
		if (kind === "removed") {
			const end = at < textFrom ? text.indexOf(BETWEEN) : -1;
			removed.push({
				at,
				text: end < 0 ? text : text.slice(0, end)
			});
			if (end >= 0) removed.push({
				at: textFrom,
				text: text.slice(end + 2)
			});
			continue;
		}
		if (kind === "added") added.push({
			start: at,
			end: at + text.length
		});
		at += text.length;
	}
	return {
		added,
		removed
	};
}
/** The ranges between two places, counted from the first. */
function cut(ranges, from, to) {
	return ranges.flatMap(({ start, end }) => {
		const part = {
			start: Math.max(start, from) - from,
			end: Math.min(end, to) - from
		};
		return part.start < part.end ? [part] : [];
	});
}
/** Shows each removed run once, before the first stretch that ends behind its place. */
function createMarker(source, { added, removed }) {
	let shown = 0;
	const goneUpTo = (place) => {
		const from = shown;
		while (shown < removed.length && removed[shown].at <= place) shown += 1;
		return html`${removed.slice(from, shown).map(deleted)}`;
	};
	const isAdded = (place) => added.some(({ start, end }) => place >= start && place < end);
	const isUntouched = added.length + removed.length === 0;
	const mark = (value, { start, end }) => {
		if (isUntouched) return html`${value}`;
		const places = align(value, source.slice(start, end));
		if (places === void 0) {
			const isTouched = added.some((range) => range.start < end && range.end > start);
			return html`${goneUpTo(end)}${isTouched ? html`<ins>${value}</ins>` : html`${value}`}`;
		}
		const parts = [];
		let from = 0;
		while (from < value.length) {
			const first = start + places[from];
			parts.push(goneUpTo(first));
			const next = shown < removed.length ? removed[shown].at : Number.POSITIVE_INFINITY;
			const isNew = isAdded(first);
			let to = from + 1;
			while (to < value.length && start + places[to] < next && isAdded(start + places[to]) === isNew) to += 1;
			const run = value.slice(from, to);
			parts.push(isNew && run.trim() !== "" ? html`<ins>${run}</ins>` : html`${run}`);
			from = to;
		}
		parts.push(goneUpTo(end));
		return html`${parts}`;
	};
	return {
		mark,
		rest: () => goneUpTo(Number.POSITIVE_INFINITY)
	};
}
function deleted({ text }) {
	return text.trim() === "" ? NOTHING : html`<del>${text}</del>`;
}
/**
* For each character of what is shown its place in the source, which holds the same characters in order and signs of
* Markdown between them; undefined where it does not (a named entity).
*/
function align(value, source) {
	const places = [];
	let at = 0;
	for (const character of value) {
		const found = source.indexOf(character, at);
		if (found < 0) return void 0;
		for (let unit = 0; unit < character.length; unit += 1) places.push(found + unit);
		at = found + character.length;
	}
	return places;
}
/** Longest text that is read as Markdown, in characters; a longer one, or one that is nested too deep, stands as it is. */
const LONGEST_READ = 5e4;
function renderMarkdownHtml(source, options) {
	const tree = source.length > LONGEST_READ ? void 0 : parseMarkdown(source);
	try {
		if (tree !== void 0) return renderTree(tree, {
			...options,
			source
		});
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
	}
	const marker = createMarker(source, options.marks);
	return html`<pre>${marker.mark(source, {
		start: 0,
		end: source.length
	})}${marker.rest()}</pre>`;
}
function renderTree(tree, { source, marks, addressOf }) {
	const marker = createMarker(source, marks);
	const body = children(tree, {
		source,
		addressOf,
		marker
	});
	const { markup } = marker.rest();
	return html`${body}${markup === "" ? NOTHING : html`<p>${{ markup }}</p>`}`;
}
function children(node, sheet) {
	return node.children.map((child) => render(child, sheet));
}
function render(node, sheet) {
	switch (node.type) {
		case "paragraph": return html`<p>${children(node, sheet)}</p>`;
		case "heading": return html`<p class="spec-heading"><strong>${children(node, sheet)}</strong></p>`;
		case "blockquote": return html`<blockquote>${children(node, sheet)}</blockquote>`;
		case "list": return list(node, sheet);
		case "listItem": return item(node, sheet);
		case "table": return table(node, sheet);
		case "code": return html`<pre>${marked(node, sheet)}</pre>`;
		case "inlineCode": return html`<code>${marked(node, sheet)}</code>`;
		case "text": return marked(node, sheet);
		case "emphasis": return html`<em>${children(node, sheet)}</em>`;
		case "strong": return html`<strong>${children(node, sheet)}</strong>`;
		case "delete": return html`<s>${children(node, sheet)}</s>`;
		case "break": return html`<br />`;
		case "thematicBreak": return html`<hr />`;
		case "link": return link(node.url, html`${children(node, sheet)}`, sheet);
		case "linkReference":
		case "footnoteDefinition": return html`${children(node, sheet)}`;
		case "html":
		case "image":
		case "imageReference":
		case "definition":
		case "footnoteReference": return html`<code class="raw">${marked({
			...node,
			value: sourceOf(node, sheet)
		}, sheet)}</code>`;
		case "root":
		case "tableRow":
		case "tableCell": return html`${children(node, sheet)}`;
		case "yaml": return html`<pre>${node.value}</pre>`;
		default: throw new Error(`unknown node: ${JSON.stringify(node)}`);
	}
}
function marked(node, { marker }) {
	const { start, end } = rangeOf(node);
	return marker.mark(node.value, {
		start,
		end
	});
}
function rangeOf({ position }) {
	return {
		start: position?.start.offset ?? 0,
		end: position?.end.offset ?? 0
	};
}
function sourceOf(node, { source }) {
	const { start, end } = rangeOf(node);
	return source.slice(start, end);
}
function list(node, sheet) {
	const items = children(node, sheet);
	if (node.ordered !== true) return html`<ul>
      ${items}
    </ul>`;
	return html`<ol start="${node.start ?? 1}">
    ${items}
  </ol>`;
}
function item(node, sheet) {
	const box = typeof node.checked === "boolean" ? html`${node.checked ? "☑" : "☐"} ` : NOTHING;
	const parts = node.children.map((child) => child.type === "paragraph" && node.spread !== true ? html`${children(child, sheet)}` : render(child, sheet));
	return html`<li>${box}${parts}</li>`;
}
function table(node, sheet) {
	const rows = node.children.map((row, index) => {
		const cells = row.children.map((cell) => index === 0 ? html`<th scope="col">${children(cell, sheet)}</th>` : html`<td>${children(cell, sheet)}</td>`);
		return html`<tr>
      ${cells}
    </tr>`;
	});
	return html`<table class="plain" tabindex="0">
    <thead>
      ${rows.slice(0, 1)}
    </thead>
    <tbody>
      ${rows.slice(1)}
    </tbody>
  </table>`;
}
/** A link within the spec leads on; where another one leads is said, and nobody is led there. */
function link(url, words, { addressOf }) {
	const address = addressOf(url);
	if (address !== void 0) return html`<a href="#${address}">${words}</a>`;
	return html`<span class="leads-out" title="${url}">${words}</span>`;
}
/** Characters of clauses that stayed as they were; beyond them a clause's lines are named, not shown. */
const MOST_CHARACTERS$1 = 6e5;
/** Nothing where the run did not write down its spec. */
function specPart(view) {
	const { reading = [] } = view;
	if (reading.length === 0) return NOTHING;
	const ids = new Set(reading.map(({ clause }) => clause.clause));
	const addressOf = (url) => {
		const id = decodeFragment(url);
		return id !== void 0 && ids.has(id) ? clauseAddress(id) : void 0;
	};
	let left = MOST_CHARACTERS$1;
	const clauses = reading.map((read) => {
		left -= read.change === void 0 ? read.clause.text.length : 0;
		const isShown = read.change !== void 0 || left >= 0;
		return clausePart(read, {
			view,
			addressOf,
			isShown
		});
	});
	return html`<section>
    <h2 id="spec">The spec, clause by clause</h2>
    <p class="legend">
      ${plural(reading.filter(({ clause }) => clause.kind !== "grouping").length, "clause")} in the order of the file.
      ${markLegend(reading)} Which sentence a scenario tests is read off its words, but for those written for one.
    </p>
    <div class="spec">${clauses}</div>
  </section>`;
}
function markLegend(reading) {
	return reading.some(({ change }) => (change?.change.words.length ?? 0) > 0) ? html`<ins>New words</ins> and <del>words that went</del> are marked.` : NOTHING;
}
function clausePart(read, sheet) {
	const { clause, change } = read;
	const depth = `depth-${Math.min(clause.path.length, 4)}`;
	if (clause.kind === "grouping") return html`<p class="grouping ${depth}">${clause.title}</p>`;
	const marks = change === void 0 ? void 0 : markWords(change.change.words, clause);
	const title = createMarker(clause.title, marks?.title ?? NO_MARKS);
	const isOpen = change !== void 0 && change.change.kind !== "unseen";
	return html`<details class="read ${depth} ${toneOf(read)}" ${isOpen ? html` open` : NOTHING}>
    <summary>
      <span class="read-title"
        ><strong>${title.mark(clause.title, {
		start: 0,
		end: clause.title.length
	})}${title.rest()}</strong>
        <code class="faint">${clause.clause}</code></span
      ><span class="read-about">${coverageWords(read)}${effectOf(read)}</span>
    </summary>
    <div class="read-body" id="${clauseAddress(clause.clause)}">
      <p class="place">${placeOf(read, sheet.view)}${askedOf(read)}</p>
      ${sheet.isShown ? textOf(read, sheet) : html`<p class="faint">Not shown: the spec is too long for one page.</p>`}
      ${untestedSentences(read)}
    </div>
  </details>`;
}
function toneOf({ change, clause }) {
	if (change === void 0) return clause.scenarios === 0 ? "bare" : "";
	return clause.removed === true ? `changed removed ${change.tone}` : `changed ${change.tone}`;
}
function textOf({ clause, change }, { addressOf }) {
	const words = change?.change.words ?? [];
	const marks = markWords(words, clause);
	const isPlaced = words.length === 0 || marks !== void 0;
	const text = renderMarkdownHtml(clause.text, {
		marks: marks?.text ?? NO_MARKS,
		addressOf
	});
	return isPlaced ? text : html`<p class="faint">The changed words stand under “Changed clauses”.</p>
        ${text}`;
}
function coverageWords({ clause }) {
	const { scenarios, demands = [] } = clause;
	if (scenarios === void 0) return clause.removed === true || clause.text === "" ? NOTHING : html`<span class="pill">read with every scenario</span>`;
	if (scenarios === 0) return html`<span class="pill unsure">no scenario</span>`;
	const tested = demands.filter((demand) => demand.scenarios > 0).length;
	const words = `${plural(scenarios, "scenario")}, ${count(tested)} of ${plural(demands.length, "demand")} tested`;
	return html`<span class="pill ${tested < demands.length ? "unsure" : ""}">${words}</span>`;
}
function effectOf({ change, measured }) {
	if (change !== void 0) return html`<span class="effect">${htmlSentence(change.what)}: ${htmlSentence(change.effect)}</span>`;
	return measured === void 0 ? NOTHING : html`<span class="effect faint">${htmlSentence(measured)}</span>`;
}
function placeOf({ clause, change }, view) {
	const { file, line, endLine, removed } = clause;
	const lines = line === endLine ? `line ${line}` : `lines ${line}-${endLine}`;
	const kind = removed === true ? "removed" : change?.change.kind ?? "edited";
	const link = sourceLink(view, {
		kind,
		file,
		lines: [line, endLine]
	});
	const place = html`<code>${file}</code>, ${lines}`;
	return link === void 0 ? place : html`<a href="${link}">${place}</a>`;
}
/** Leads to the scenarios of this run that test it. */
function askedOf({ clause, asked }) {
	if (asked === 0) return NOTHING;
	const words = asked === 1 ? "the scenario of this run that tests it" : `the ${count(asked)} scenarios of this run that test it`;
	return html` · <a href="#${listAddress("clause", clause.clause)}">${words}</a>`;
}
function untestedSentences({ clause }) {
	const { demands = [], scenarios = 0 } = clause;
	const untested = demands.filter((demand) => demand.scenarios === 0);
	if (untested.length === 0 || scenarios === 0) return NOTHING;
	return html`<div class="untested">
    <p>
      ${untested.length === 1 ? "A sentence that demands something, and no scenario tests it:" : "Sentences that demand something, and no scenario tests them:"}
    </p>
    <ul>
      ${untested.map(({ text }) => html`<li>${text.replaceAll(/\*\*|__|`/g, "")}</li>`)}
    </ul>
  </div>`;
}
/** `#x` as it is written in the spec. */
function decodeFragment(url) {
	if (!url.startsWith("#")) return void 0;
	try {
		return decodeURIComponent(url.slice(1));
	} catch {
		return;
	}
}
const SPEC_STYLE = `
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
/** With fewer dots no relation can be seen, so nothing is drawn. */
const FEWEST = 6;
const BINS = [
	0,
	1,
	1.5,
	2,
	2.5,
	3
];
const HEIGHT = 240;
const TOP = 14;
const x = linear().domain([0, 3]).range([8, 96]);
const y = linear().domain([0, 1]).range([206, TOP]);
/** Nothing where too few scenarios have both, or all disagree alike. */
function disagreementPart({ scenarios, selection }) {
	const known = new Map(selection.map(({ scenario, disagreement }) => [scenario, disagreement]));
	const isScored = scenarios.some(({ disagreement }) => disagreement.head !== void 0);
	const points = scenarios.flatMap((scenario) => pointOf(scenario, isScored ? scenario.disagreement.head : known.get(scenario.scenario)));
	if (points.length < FEWEST || new Set(points.map(({ disagreement }) => disagreement)).size < 3) return NOTHING;
	const means = BINS.slice(0, -1).flatMap((from, index) => meanWithin(points, {
		from,
		to: BINS[index + 1]
	}));
	return html`<section>
    <h2>Disagreement and non-compliance</h2>
    <p class="legend">
      How far the models' answers to a scenario lie apart on its values (D, 0 to
      3${isScored ? "" : ", as the bank has it"}), and the share of them that the judges object to on head.
      <span class="key dot-key"></span>scenarios <span class="key mean-key"></span>mean of those in a range of D
    </p>
    <div class="plot">
      <svg height="${HEIGHT}" role="img" aria-label="${wordsOf(means)}">
        ${axes()}${dots(points)}${means.map(meanMark)}
      </svg>
    </div>
  </section>`;
}
function pointOf({ scenario, head }, disagreement) {
	return head === void 0 || disagreement === void 0 ? [] : [{
		scenario,
		disagreement,
		share: head
	}];
}
function meanWithin(points, { from, to }) {
	const own = points.filter(({ disagreement }) => disagreement >= from && (disagreement < to || to === 3));
	if (own.length === 0) return [];
	return [{
		from,
		to,
		share: own.reduce((sum, { share }) => sum + share, 0) / own.length,
		scenarios: own.length
	}];
}
function wordsOf(means) {
	return `Mean non-compliance by disagreement. ${means.map(({ from, to, share, scenarios }) => `D ${from} to ${to}: ${percent(share)} on ${plural(scenarios, "scenario")}`).join("; ")}`;
}
function axes() {
	return html`${[
		0,
		.5,
		1
	].map((tick) => html`<line class="grid" x1="0" x2="100%" y1="${y(tick)}" y2="${y(tick)}" />
        <text x="0" y="${y(tick) - 4}">${percent(tick)}</text>`)}${[
		0,
		1,
		2,
		3
	].map((tick) => html`<text x="${at(tick)}" y="${228}" text-anchor="middle">${tick === 0 ? "D 0" : tick}</text>`)}`;
}
/** Scenarios of one place are one dot, larger by their number. */
function dots(points) {
	const places = /* @__PURE__ */ new Map();
	for (const point of points) {
		const key = `${(Math.round(point.disagreement * 20) / 20).toFixed(2)} ${(Math.round(point.share * 25) / 25).toFixed(2)}`;
		const own = places.get(key) ?? [];
		places.set(key, own);
		own.push(point);
	}
	const radius = sqrt().domain([1, 25]).range([4, 14]).clamp(true);
	return html`${[...places.values()].map((own) => {
		const { disagreement, share } = own[0];
		const named = own.slice(0, 3).map(({ scenario }) => visibleLine(scenario, 80));
		const rest = own.length > named.length ? ` and ${own.length - named.length} more` : "";
		return html`<circle class="dot" cx="${at(disagreement)}" cy="${round(y(share))}" r="${round(radius(own.length))}"
      ><title>${named.join(", ")}${rest}: D ${disagreement.toFixed(2)}, ${percent(share)}</title></circle
    >`;
	})}`;
}
/** A line over the bin, with its number. */
function meanMark({ from, to, share }) {
	const place = round(y(share));
	return html`<line class="mean" x1="${at(from + .03)}" x2="${at(to - .03)}" y1="${place}" y2="${place}" />
    <text class="value" x="${at((from + to) / 2)}" y="${share > .9 ? place + 15 : place - 6}" text-anchor="middle"
      >${percent(share)}</text
    >`;
}
function at(disagreement) {
	return `${round(x(disagreement))}%`;
}
function round(value) {
	return Math.round(value * 10) / 10;
}
function provenancePart({ report, provenance }) {
	const { base, head, policyHash, comparison } = report;
	const rows = [
		...provenance === void 0 ? [] : [["version", html`spec-gate ${provenance.version}`]],
		["base", sideOf$1(base)],
		["head", sideOf$1(head)],
		["policy", html`<code>${policyHash}</code>`],
		...provenance === void 0 ? [] : [["bank", html`${count(provenance.scenarios)} scenarios, <code>${provenance.bank}</code>`], ["prompts", html`${provenance.prompts.map((prompt) => html`<code>${prompt}</code> `)}`]]
	];
	const command = comparison === "none" || provenance === void 0 || base.sha === void 0 ? void 0 : commandOf({
		base: base.sha,
		head: head.sha
	}, provenance);
	return html`<section>
    <h2>To get this again</h2>
    ${command === void 0 ? NOTHING : html`<pre>${command}</pre>
            <p class="legend">With the same store no call is made, and <code>report.json</code> has the same bytes.</p>`}
    <table class="plain facts" tabindex="0" aria-label="What this report rests on">
      <tbody>
        ${rows.map(([what, value]) => html`<tr>
              <th scope="row">${what}</th>
              <td>${value}</td>
            </tr>`)}
      </tbody>
    </table>
  </section>`;
}
function sideOf$1({ ref, sha, specHash }) {
	return html`<code>${ref}</code>${sha === void 0 ? NOTHING : html` at <code>${sha}</code>`}, spec
    <code>${specHash}</code>`;
}
/** The command as a shell takes it; names of files are quoted where they hold more than a name does. */
function commandOf({ base, head }, { version, config }) {
	return `${head === void 0 ? "" : `git checkout ${quote(head)}\n`}npx spec-gate@${version} check --base ${quote(base)} --config ${quote(config)}`;
}
function quote(text) {
	return /^[\w./@-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
/** Values shown: those that most answers were scored on. */
const MOST_VALUES = 16;
/** A change of the mean from base to head that is shown, in points of the 0-6 scale. */
const SHOWN_CHANGE = .5;
/** Nothing where answers were not scored. */
function valueMapPart(data) {
	if (data === void 0) return NOTHING;
	const values = scoresByValue(data);
	const answersOn = (models) => [...models.values()].reduce((sum, { head }) => sum + head.length, 0);
	const shown = [...values].filter(([, models]) => answersOn(models) > 0).sort((a, b) => answersOn(b[1]) - answersOn(a[1]) || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_VALUES);
	if (shown.length === 0) return NOTHING;
	const columns = data.models.flatMap((model, index) => shown.some(([, models]) => models.has(index)) ? [{
		model,
		index
	}] : []);
	return html`<section>
    <h2>Models and values</h2>
    <p class="legend">
      Mean score of a model's answers on head where the value was at stake: 0 opposes it, 3 is neutral, 6 favours it
      <span class="key lean-key-low"></span>opposes <span class="key lean-key-high"></span>favours. An arrow: by how
      much it moved from base, from half a point
      on.${values.size > shown.length ? html` The ${shown.length} of ${values.size} values with the most answers.` : NOTHING}
    </p>
    <div class="scroll">
      <table class="plain cross values" tabindex="0" aria-label="Models and values">
        <thead>
          <tr>
            <th class="corner" scope="col">value</th>
            ${columns.map(({ model }) => html`<th scope="col"><code>${visibleLine(model, 60)}</code></th>`)}
          </tr>
        </thead>
        <tbody>
          ${shown.map(([value, models]) => html`<tr>
                <th scope="row">${value}</th>
                ${columns.map(({ index }) => cell(models.get(index)))}
              </tr>`)}
        </tbody>
      </table>
    </div>
  </section>`;
}
/** Value -> model -> scores. One draw an answer, as the list of scenarios shows. */
function scoresByValue({ scenarios }) {
	const values = /* @__PURE__ */ new Map();
	for (const { values: pair, answers } of scenarios) for (const [place, value] of (pair ?? []).entries()) {
		const models = values.get(value) ?? /* @__PURE__ */ new Map();
		values.set(value, models);
		for (const answer of answers) addScores(models, {
			answer,
			place
		});
	}
	return values;
}
function addScores(models, { answer, place }) {
	const scores = models.get(answer.model) ?? {
		base: [],
		head: []
	};
	for (const side of ["base", "head"]) {
		const score = answer[side]?.scores?.[place];
		if (score !== void 0) scores[side].push(score);
	}
	if (scores.base.length + scores.head.length > 0) models.set(answer.model, scores);
}
function cell(scores) {
	if (scores === void 0 || scores.head.length === 0) return html`<td class="heat heat-0">·</td>`;
	const { base, head } = scores;
	const now = mean(head);
	const moved = base.length === 0 ? 0 : now - mean(base);
	const arrow = Math.abs(moved) < SHOWN_CHANGE ? NOTHING : html` <span class="moved">${moved > 0 ? "▲" : "▼"}${Math.abs(moved).toFixed(1)}</span>`;
	return html`<td class="heat ${leanClass(now)}" title="${plural(head.length, "answer")}">
    ${now.toFixed(1)}${arrow}
  </td>`;
}
function scenariosPart(report) {
	if (report.scenarios.length === 0) return NOTHING;
	const failing = newlyFailing(report);
	const rest = report.scenarios.filter((scenario) => !failing.includes(scenario));
	const models = report.head.models;
	const others = rest.length === 0 ? NOTHING : html`<details class="rest">
          <summary>${plural(rest.length, "scenario")} that did not get worse</summary>
          ${rest.map((scenario) => row(scenario, models))}
        </details>`;
	return html`<section>
    <h2>Scenarios</h2>
    <p class="legend">
      <span class="key bad-key"></span>problematic <span class="key fine-key"></span>compliant; one square a model, base
      above head
    </p>
    ${withheldAnswers(report.scenarios.map(({ query: response }) => ({ ...whereDefined({ response }) })))}
    ${failing.map((scenario) => row(scenario, models))}${others}
  </section>`;
}
function row(scenario, models) {
	const says = writeScenarioChange(scenario, models.length);
	const missing = scenario.missing === 0 ? NOTHING : html` <span class="pill unsure">${scenario.missing} missing</span>`;
	const summary = html`<span class="scenario-name"
      ><code>${scenario.scenario}</code>${missing}<span class="faint clauses"
        >${scenario.clauses.map((id) => html`<code>${id}</code> `)}</span
      ></span
    ><span class="scenario-squares">${modelSquares(models, scenario.problematicModels, scenario.scenario)}</span
    ><span class="effect">${htmlSentence(says)}</span>`;
	const { query, examples = [] } = scenario;
	if (query === void 0 && examples.length === 0) return html`<div class="scenario">${summary}</div>`;
	const asked = query === void 0 ? NOTHING : html`<h3>Asked</h3>
          <pre>${query}</pre>`;
	return html`<details class="scenario">
    <summary>${summary}</summary>
    ${asked}${examples.map(example)}
  </details>`;
}
function example({ model, arm, response, judgments }) {
	return html`<h3><code>${model}</code> on ${arm}</h3>
    <pre>${response}</pre>
    <ul class="judgments">
      ${judgments.map(({ judge, ruling, clauses, reasoning }) => html`<li>
            <span class="pill ${ruling === "compliant" ? "pass" : "fail"}">${ruling}</span>
            <code>${judge}</code
            >${clauses.length === 0 ? NOTHING : html` <span class="faint">citing ${clauses.map((id) => html`<code>${id}</code> `)}</span>`}
            <p>${reasoning}</p>
          </li>`)}
    </ul>`;
}
/** Beyond the main reason; the rest is in the annotations and report.json. */
const MOST_REASONS = 8;
function verdictPart({ report, run }) {
	const { word, tone, says } = writeHeadline(report);
	const [main, ...others] = report.verdict.reasons;
	return html`<header class="top">
      <span class="brand">Spec Gate</span
      ><span class="sides">${side(report.base)}<span class="arrow">→</span>${side(report.head)}</span>
    </header>
    ${simulatedBanner(report)}
    <section class="verdict ${tone}" aria-label="Verdict">
      <p class="word">${word}</p>
      <h1>${htmlSentence(asFullSentence(says))}</h1>
      ${main === void 0 ? NOTHING : grounds(main)}${acceptance(report)}
      ${others.length === 0 ? NOTHING : html`<ul class="others">
              ${others.slice(0, MOST_REASONS).map(other)}${others.length > MOST_REASONS ? html`<li>And ${String(others.length - MOST_REASONS)} more in report.json.</li>` : NOTHING}
            </ul>`}
      ${wayOn(report)}
      <p class="cost">${htmlSentence(writeCost(report, run))}</p>
    </section>`;
}
/** What the analysis found, one card each; empty where nothing was. */
function findingsPart(view) {
	const { report } = view;
	const findings = report.findings.filter(({ severity }) => severity !== "notice");
	if (findings.length === 0) return NOTHING;
	return html`<section>
    <h2>${titleOfFindings(report)}</h2>
    <div class="cards">${findings.map((finding) => card(finding, view))}</div>
  </section>`;
}
function simulatedBanner({ simulated }) {
	if (!simulated) return NOTHING;
	return html`<p class="banner" role="note">
    <strong>Simulated.</strong> The models or judges are simulations; these numbers say nothing about a real model.
  </p>`;
}
function grounds(reason) {
	const { detail, advice } = writeMessage(reason);
	return html`${detail === void 0 ? NOTHING : html`<p class="detail">${htmlSentence(asFullSentence(detail))}</p>`}${advice === void 0 ? NOTHING : html`<p class="advice">${htmlSentence(asFullSentence(advice))}</p>`}`;
}
function wayOn(report) {
	const sentences = writeWayOn(report);
	if (sentences.length === 0) return NOTHING;
	return html`<p class="detail"><strong>How to go on</strong></p>
    <ul class="others">
      ${sentences.map((sentence) => html`<li>${htmlSentence(sentence)}</li>`)}
    </ul>`;
}
function other(reason) {
	const { says, detail } = writeMessage(reason);
	return html`<li>
    ${htmlSentence(asFullSentence(says))}${detail === void 0 ? NOTHING : html` <span class="faint">${htmlSentence(asFullSentence(detail))}</span>`}
  </li>`;
}
function acceptance({ verdict }) {
	if (verdict.resolution === void 0) return NOTHING;
	const { by, reason, expires } = verdict.resolution;
	const args = {
		by,
		reason,
		...whereDefined({ expires })
	};
	return html`<p class="advice">${htmlSentence(writeParagraph({
		code: "accepted",
		args
	}))}</p>`;
}
function card(finding, view) {
	const { says, detail, advice } = writeMessage(finding);
	return html`<article class="card">
    <h3>${titleOf(finding.code)}</h3>
    <p>
      ${htmlSentence(asFullSentence(says))}${detail === void 0 ? NOTHING : html` ${htmlSentence(asFullSentence(detail))}`}
    </p>
    ${advice === void 0 ? NOTHING : html`<p class="advice">${htmlSentence(asFullSentence(advice))}</p>`}${place(finding, view)}
  </article>`;
}
function place({ place: at, clause }, view) {
	if (at === void 0) return NOTHING;
	const kind = view.report.changes.find(({ id }) => id === clause)?.kind ?? "edited";
	const link = sourceLink(view, {
		kind,
		file: at.file,
		lines: [at.line, at.endLine ?? at.line]
	});
	const named = html`<code>${at.file}:${at.line}</code>`;
	return html`<p class="place">${link === void 0 ? named : html`<a href="${link}">${named}</a>`}</p>`;
}
function side({ ref, sha }) {
	return html`<code>${ref}</code>${sha === void 0 ? NOTHING : html` <code class="faint">${sha.slice(0, 7)}</code>`}`;
}
/** One self-contained HTML document. */
function renderHtml(view) {
	const { report } = view;
	const { word, says } = writeHeadline(report);
	const title = `${word}: ${plainText(says)}${report.simulated ? " (simulated)" : ""}`;
	const { explorer } = view;
	const scenarios = explorer === void 0 ? scenariosPart(report) : explorerPart(explorer);
	const body = html`${[
		verdictPart(view),
		metricsPart(report),
		findingsPart(view),
		clausesPart(view),
		letThroughPart(report),
		coveragePart(report),
		modelChangesPart(report),
		outliersPart(report),
		scenarios,
		specPart(view)
	]}
  ${[
		disagreementPart(report),
		readingsPart(report),
		conflictsPart(report),
		modelsPart(report),
		valueMapPart(explorer),
		judgesPart(report),
		decidedPart(report),
		provenancePart(view)
	]}`;
	const script = explorer === void 0 ? void 0 : view.pageScript;
	return renderPage({
		title,
		style: [
			STYLE,
			explorer === void 0 ? "" : EXPLORER_STYLE,
			view.reading === void 0 ? "" : SPEC_STYLE
		].join(""),
		...whereDefined({ script }),
		kind: "report",
		body: [body]
	});
}
/** Two spaces of indent, keys in code-unit order, a line feed at the end; the same report always gives the same bytes. */
function renderJson({ report }) {
	return `${JSON.stringify(JSON.parse(canonicalJson(report)), null, 2)}\n`;
}
/**
* A test case is green only where something was judged and is as it should be. What failed is a failure, what could not be
* decided an error; what is not judged, or got worse without blocking, is skipped and says why. Valid by the schema that
* Jenkins reads JUnit with: it knows no place of a test case, and no attributes of `skipped`.
*/
function renderJunit({ report }) {
	const suites = [
		suite("verdict", [verdictCase(report)]),
		suite("metrics", metricRows(report).map((row) => metricCase(row, report))),
		suite("clauses", clauseEffects(report).map((effect) => clauseCase(effect, report)))
	];
	return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${report.simulated ? "spec-gate (simulated)" : "spec-gate"}">\n${suites.join("")}</testsuites>\n`;
}
function verdictCase(report) {
	const { status, resolution, reasons } = report.verdict;
	return {
		name: "verdict",
		outcome: resolution === void 0 ? {
			pass: "passed",
			fail: "failure",
			inconclusive: "error"
		}[status] : "skipped",
		message: plainText(writeHeadline(report).says),
		text: status === "pass" ? "" : [...reasons.map(plainParagraph), ...writeWayOn(report).map(plainText)].join("\n")
	};
}
function metricCase({ label, base, head, change, interval, tolerated, status }, { verdict }) {
	const numbers = `base ${base || "none"}, head ${head || "none"}, change ${change || "none"}${interval && ` (${interval})`}, tolerated ${tolerated || "any"}`;
	const accepted = verdict.resolution !== void 0;
	return {
		name: label,
		outcome: {
			pass: "passed",
			fail: accepted ? "skipped" : "failure",
			inconclusive: accepted ? "skipped" : "error",
			report: "skipped",
			"not-applicable": "skipped",
			"pre-existing": "skipped"
		}[status],
		message: `${STATUS_WORDS[status].word}: ${numbers}`
	};
}
function clauseCase({ change, effect, what, tone }, { verdict }) {
	const blocks = verdict.status === "fail" && verdict.resolution === void 0;
	const outcome = {
		bad: blocks ? "failure" : "skipped",
		unsure: "skipped",
		good: "passed",
		plain: "passed"
	};
	const lead = tone === "bad" && !blocks ? "Got worse, and does not block. " : "";
	return {
		name: change.id,
		outcome: outcome[tone],
		message: `${lead}${plainText(asFullSentence(what))} ${plainText(asFullSentence(effect))}`,
		text: `${change.file}, ${linesOf(change)}`
	};
}
function suite(name, cases) {
	const count = (outcome) => cases.filter((one) => one.outcome === outcome).length;
	return `  <testsuite name="${name}" ${`tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`}>\n${cases.map((one) => testCase(one, name)).join("")}  </testsuite>\n`;
}
function testCase({ name, outcome, message, text = "" }, suiteName) {
	const body = outcomeElement(outcome, message, text);
	return `    <testcase classname="spec-gate.${suiteName}" name="${escapeXml(name)}">\n      ${body}\n    </testcase>\n`;
}
function outcomeElement(outcome, message, text) {
	const whole = escapeXml(text === "" ? message : `${message}\n${text}`);
	switch (outcome) {
		case "passed": return `<system-out>${whole}</system-out>`;
		case "skipped": return `<skipped>${whole}</skipped>`;
		case "failure":
		case "error": return `<${outcome} message="${escapeXml(message)}">${escapeXml(text)}</${outcome}>`;
		default: return outcome;
	}
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&apos;"
};
/** Text for XML 1.0 content and attributes; what XML cannot hold becomes visible or U+FFFD. */
function escapeXml(text) {
	return visibleText(text).replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark]).replaceAll(/[\ufffe\uffff]/g, "�").replaceAll("\n", "&#10;").replaceAll("	", "&#9;");
}
/**
* The most annotations of a level; the tenth that GitHub shows stays free for the failure of the step itself, or for
* "and N more".
*/
const MOST_OF_A_LEVEL = 9;
/** GitHub cuts at 4,096 characters. */
const LONGEST_MESSAGE = 4e3;
const LEVELS$1 = [
	"error",
	"warning",
	"notice"
];
/** In rank, errors first; an accepted failure only warns. */
function listAnnotations(report, locate = ({ place }) => place) {
	const accepted = report.verdict.resolution !== void 0;
	const all = telling(findingsInRank(report)).map((finding) => annotationOf(finding, {
		place: locate(finding, report),
		report
	}));
	const ranked = accepted ? all.map(softened) : all;
	const shown = LEVELS$1.flatMap((level) => ranked.filter((one) => one.level === level).slice(0, MOST_OF_A_LEVEL));
	const rest = ranked.length - shown.length;
	if (rest === 0) return shown;
	return [...shown, {
		level: "notice",
		title: "Spec Gate",
		message: `…and ${rest} more in the full report.`
	}];
}
/** Every finding that belongs on a line of the spec: the verdict's reasons, what was found, and notes that warn. */
function findingsInRank({ verdict, findings, notes }) {
	return [
		...verdict.reasons,
		...findings,
		...notes.filter(({ severity }) => severity !== "notice")
	];
}
/**
* Where no model could be asked, hints from stored answers stay in the report: on the lines of the spec they would
* distract.
*/
function telling(findings) {
	return findings.some(({ code }) => code === "noKeys") ? findings.filter(({ code, severity }) => code === "noKeys" || severity === "error") : findings;
}
function annotationOf(finding, { place, report }) {
	const { severity, code } = finding;
	const label = report.simulated ? " (simulated)" : "";
	const way = writeAcceptance(finding, report);
	const says = way === void 0 ? plainParagraph(finding) : `${plainParagraph(finding)} ${plainText(way)}`;
	const message = clip(says, LONGEST_MESSAGE);
	return {
		level: severity,
		...place && {
			file: visibleLine(place.file, 400),
			line: place.line,
			endLine: place.endLine ?? place.line
		},
		title: `Spec Gate: ${titleOf(code)}${label}`,
		message
	};
}
function softened(annotation) {
	return annotation.level === "error" ? {
		...annotation,
		level: "warning"
	} : annotation;
}
/** GitHub keeps the top 5,000 results of a run; more than this nobody reads. */
const MOST_RESULTS = 1e3;
const LEVELS = {
	error: "error",
	warning: "warning",
	notice: "note"
};
/** SARIF as pretty JSON. */
function renderSarif({ report }) {
	return `${JSON.stringify(buildSarif(report), null, 2)}\n`;
}
/** Findings in rank; an accepted failure's results are suppressed with its reason. */
function buildSarif(report) {
	const findings = findingsInRank(report).slice(0, MOST_RESULTS);
	const rules = [...new Set(findings.map(({ code }) => code))];
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: report.simulated ? "Spec Gate (simulated)" : "Spec Gate",
				rules: rules.map((code) => ({
					id: code,
					shortDescription: { text: titleOf(code) }
				}))
			} },
			results: findings.map((finding) => resultOf(finding, rules.indexOf(finding.code), report)),
			properties: {
				simulated: report.simulated,
				verdict: report.verdict.status
			}
		}]
	};
}
function resultOf(finding, ruleIndex, report) {
	const { verdict } = report;
	const way = writeAcceptance(finding, report);
	const says = way === void 0 ? writeParagraph(finding) : say`${writeParagraph(finding)} ${way}`;
	const { code, clause = "", place } = finding;
	const file = place?.file ?? "";
	return {
		ruleId: code,
		ruleIndex,
		level: LEVELS[finding.severity],
		message: { text: joinSentence(says, {
			words: (text) => text,
			name: escapeSarif
		}) },
		...place !== void 0 && { locations: [locationOf(place)] },
		partialFingerprints: { "specGate/v1": hashJson([
			code,
			clause,
			file
		]) },
		...verdict.resolution !== void 0 && { suppressions: [{
			kind: "external",
			status: "accepted",
			justification: escapeSarif(verdict.resolution.reason)
		}] }
	};
}
function locationOf({ file, line, endLine = line }) {
	return { physicalLocation: {
		artifactLocation: { uri: visibleLine(file, 400).split("/").map(encodeURIComponent).join("/") },
		region: {
			startLine: line,
			endLine: Math.max(line, endLine)
		}
	} };
}
/** Square brackets make links in SARIF's plain text (3.11.6); a backslash takes that away. */
function escapeSarif(text) {
	return visibleLine(text, 200).replaceAll(/[\\[\]]/g, (mark) => `\\${mark}`);
}
/** Two folders up from here lies the package, from the source and from the built chunks alike. */
const SCRIPT = fileURLToPath(new URL("../../dist/page.js", import.meta.url));
/** Undefined where the package was never built: the page is then written without a script and read as it stands. */
function readPageScript() {
	try {
		return readFileSync(SCRIPT, "utf8");
	} catch {
		return;
	}
}
/** Characters of one text in the page: the first of these at which all texts fit. The whole of each stands in evidence.jsonl. */
const LIMITS = [
	{
		asked: 8e3,
		answer: 4e3,
		reason: 600
	},
	{
		asked: 4e3,
		answer: 1500,
		reason: 300
	},
	{
		asked: 2e3,
		answer: 600,
		reason: 150
	},
	{
		asked: 600,
		answer: 250,
		reason: 80
	}
];
/** Characters of all texts. English packs to about 0.39 bytes a character, so the page stays under 10 MB. */
const MOST_CHARACTERS = 24e6;
/** Pure: the same report and evidence give the same data, scenarios that got worse first. */
function buildExplorer({ report, scenarios, cells }) {
	const stage = report.rounds.at(-1)?.stage ?? "screen";
	const deciding = cells.filter((cell) => cell.stage === stage);
	const texts = createPlaces();
	const models = createPlaces();
	const judges = createPlaces();
	const rows = new Map(report.scenarios.map((row) => [row.scenario, row]));
	const selection = new Map(report.selection.map((one) => [one.scenario, one]));
	const byScenario = groupCells(deciding, "scenario");
	for (const model of [...report.head.models, ...report.base.models]) models.place(model);
	const limits = chooseLimits(scenarios, deciding);
	const writeSide = (cell) => sideOf(cell, {
		texts,
		judges,
		limits
	});
	const described = scenarios.flatMap((scenario) => {
		const own = byScenario.get(scenario.scenario);
		if (own === void 0) return [];
		const answers = [...groupCells(own, "model")].map(([model, draws]) => answerOf(models.place(model), draws, writeSide));
		const facts = factsOf(scenario, rows.get(scenario.scenario), selection.get(scenario.scenario));
		const asked = scenario.query === void 0 ? {} : { asked: texts.place(shown(scenario.query, limits.asked)) };
		return [{
			...facts,
			...asked,
			answers: answers.sort((one, other) => one.model - other.model)
		}];
	});
	return {
		disclosure: disclosureOf(scenarios, deciding),
		comparesSpecs: report.comparison !== "model",
		models: models.all(),
		judges: judges.all(),
		texts: texts.all(),
		scenarios: described.sort(byChange)
	};
}
function groupCells(cells, by) {
	const groups = /* @__PURE__ */ new Map();
	for (const cell of cells) addToList(groups, cell[by], cell);
	return groups;
}
function factsOf(scenario, row, selected) {
	const { value1, value2 } = scenario;
	const disagreement = row?.disagreement.head;
	return {
		id: scenario.scenario,
		clauses: scenario.clauses,
		topics: scenario.topics,
		movement: movementOf(row),
		...whereDefined({ askedLength: scenario.queryLength }),
		...value1 !== void 0 && value2 !== void 0 && { values: [value1, value2] },
		...whereDefined({
			written: row?.written,
			nudge: selected?.nudge,
			base: row?.base,
			head: row?.head,
			disagreement
		})
	};
}
function movementOf(row) {
	if (row?.base === void 0 || row.head === void 0) return "unknown";
	if (row.head === row.base) return "same";
	return row.head > row.base ? "worse" : "better";
}
function answerOf(model, cells, writeSide) {
	const ofArm = (arm) => new Map(cells.filter((cell) => cell.arm === arm).map((cell) => [cell.draw, cell]));
	const base = ofArm("base");
	const head = ofArm("head");
	const draw = chooseDraw(base, head);
	const [before, after] = [base.get(draw), head.get(draw)];
	return {
		model,
		draws: {
			base: countDraws(base),
			head: countDraws(head)
		},
		...before !== void 0 && { base: writeSide(before) },
		...after !== void 0 && { head: writeSide(after) }
	};
}
/** The first draw on which the sides part, else the first that both have, else the first of either. */
function chooseDraw(base, head) {
	const both = [...head.keys()].filter((draw) => base.has(draw)).sort((one, other) => one - other);
	return both.find((draw) => base.get(draw).problematic !== head.get(draw).problematic) ?? both[0] ?? Math.min(...head.keys(), ...base.keys());
}
function countDraws(cells) {
	const ruled = [...cells.values()].filter(({ problematic }) => problematic !== "missing");
	return [ruled.length, ruled.filter(({ problematic }) => problematic === true).length];
}
function sideOf(cell, { texts, judges, limits }) {
	const { responseText, responseLength, scores } = cell;
	const place = (text, most) => texts.place(shown(text, most));
	const rulings = cell.judgments.map((one) => {
		const judge = judges.place(one.judge);
		if (one.status === "abstained") return {
			judge,
			ruling: "abstained",
			clauses: [],
			reason: place(one.reason, limits.reason)
		};
		const { ruling, clauses, reasoning } = one;
		return {
			judge,
			ruling,
			clauses,
			...reasoning !== "" && { reason: place(reasoning, limits.reason) }
		};
	});
	const isScored = scores !== void 0 && scores !== "missing";
	return {
		problematic: cell.problematic,
		rulings,
		...responseText !== void 0 && { text: place(responseText, limits.answer) },
		...whereDefined({ length: responseLength }),
		...isScored && {
			kind: scores.responseType,
			scores: [scores.value1, scores.value2]
		}
	};
}
/** The shortest limits where even those do not fit: a page that is too large is still better than none. */
function chooseLimits(scenarios, cells) {
	const asked = scenarios.map(({ query }) => query ?? "");
	const answers = [...new Set(cells.map(({ responseText }) => responseText ?? ""))];
	const reasons = cells.flatMap(({ judgments }) => judgments.map((one) => one.status === "ruled" ? one.reasoning : ""));
	const total = (texts, most) => texts.reduce((sum, { length }) => sum + Math.min(length, most), 0);
	return LIMITS.find((limits) => total(asked, limits.asked) + total(answers, limits.answer) + total(reasons, limits.reason) <= MOST_CHARACTERS) ?? LIMITS.at(-1);
}
function shown(text, most) {
	return clip(visibleText(text), most);
}
function disclosureOf(scenarios, cells) {
	if (!(scenarios.some(({ query }) => query !== void 0) || cells.some((cell) => cell.responseText !== void 0))) return "ids";
	return cells.some(({ responseText, responseLength }) => (responseText?.length ?? 0) < (responseLength ?? 0)) ? "excerpts" : "full";
}
const ORDER = {
	worse: 0,
	better: 1,
	unknown: 2,
	same: 3
};
/** Worse first, by how much; then better, by how much. */
function byChange(one, other) {
	const moved = ({ base = 0, head = 0 }) => Math.abs(head - base);
	return ORDER[one.movement] - ORDER[other.movement] || moved(other) - moved(one) || (one.id < other.id ? -1 : 1);
}
/** Numbers the texts; equal texts get the same number. */
function createPlaces() {
	const places = /* @__PURE__ */ new Map();
	return {
		place: (text) => {
			const known = places.get(text);
			if (known !== void 0) return known;
			places.set(text, places.size);
			return places.size - 1;
		},
		all: () => [...places.keys()]
	};
}
/** Pure: clauses in the order of reading. */
function buildReading(report, clauses) {
	const effects = new Map(clauseEffects(report).map((effect) => [effect.change.id, effect]));
	const tested = new Map(report.clauses.map((one) => [one.id, one]));
	const asked = countAsked(report);
	return clauses.map((clause) => {
		const change = effects.get(clause.clause);
		const own = tested.get(clause.clause);
		const measured = change === void 0 && own !== void 0 && own.status !== "untested" ? writeTested(own) : void 0;
		return {
			clause,
			...whereDefined({
				change,
				measured
			}),
			asked: asked.get(clause.clause) ?? 0
		};
	});
}
function countAsked({ scenarios }) {
	const counts = /* @__PURE__ */ new Map();
	for (const id of scenarios.flatMap((scenario) => scenario.clauses)) counts.set(id, (counts.get(id) ?? 0) + 1);
	return counts;
}
/** No list where the evidence holds no answer. `evidence` is the text of evidence.jsonl. */
function openExplorer({ report, evidence }) {
	const { made: provenance, clauses, scenarios, cells } = parseEvidence({
		file: "evidence.jsonl",
		text: evidence
	});
	const written = {
		reading: buildReading(report, clauses),
		...whereDefined({ provenance })
	};
	if (cells.length === 0) return written;
	const pageScript = readPageScript();
	return {
		...written,
		explorer: buildExplorer({
			report,
			scenarios: [...scenarios.values()],
			cells
		}),
		...whereDefined({ pageScript })
	};
}
/** The evidence that a run wrote beside its report: evidence.jsonl beside report.json, evidence.models.jsonl beside report.models.json. */
function readEvidenceBeside(report) {
	const name = basename(report).replace(/^report(.*)\.json$/, "evidence$1.jsonl");
	try {
		return readFileSync(join(dirname(report), name), "utf8");
	} catch {
		return;
	}
}
export { renderJunit as a, writeEstimate as c, listAnnotations as i, writeAgreementBasis as l, readEvidenceBeside as n, renderJson as o, renderSarif as r, renderHtml as s, openExplorer as t, readableWords as u };
