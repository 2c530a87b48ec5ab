/** Does the work where its result is not at hand. */
function createRecent(max) {
	const kept = createKept(max);
	return (key, work) => kept.take(key) ?? kept.put(key, work());
}
/** The same for slow work. What is under way is waited for, not done twice; what fails is done again. */
function createRecentAsync({ max, keeps = () => true }) {
	const kept = createKept(max);
	return async (key, work) => {
		const result = kept.take(key) ?? kept.put(key, work());
		try {
			const value = await result;
			if (!keeps(value)) kept.drop(key, result);
			return value;
		} catch (error) {
			kept.drop(key, result);
			throw error;
		}
	};
}
function createKept(max) {
	const kept = /* @__PURE__ */ new Map();
	const put = (key, result) => {
		kept.set(key, result);
		const [oldest] = kept.keys();
		if (kept.size > max && oldest !== void 0) kept.delete(oldest);
		return result;
	};
	return {
		take: (key) => {
			const known = kept.get(key);
			if (known === void 0) return void 0;
			kept.delete(key);
			return put(key, known);
		},
		put,
		drop: (key, result) => {
			if (kept.get(key) === result) kept.delete(key);
		}
	};
}
export { createRecentAsync as n, createRecent as t };
