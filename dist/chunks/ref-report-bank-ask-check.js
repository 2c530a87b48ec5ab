function createPool() {
	const known = /* @__PURE__ */ new Map();
	return (key, make) => {
		const same = known.get(key);
		if (same !== void 0) return same;
		const thing = make();
		known.set(key, thing);
		return thing;
	};
}
/** One string object for all equal strings: parsing JSON makes a new one each time. */
function createWords() {
	const known = createPool();
	return (word) => known(word, () => word);
}
export { createWords as n, createPool as t };
