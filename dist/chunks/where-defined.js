/** The members that are not undefined. `{ a: 1, ...whereDefined({ b: undefined }) }` is `{ a: 1 }`. */
function whereDefined(members) {
	const entries = Object.entries(members).filter(([, value]) => value !== void 0);
	return Object.fromEntries(entries);
}
export { whereDefined as t };
