/** The members that are not undefined. `{ a: 1, ...whereDefined({ b: undefined }) }` is `{ a: 1 }`. */
function whereDefined(members) {
	const defined = {};
	for (const name of Object.keys(members)) if (members[name] !== void 0) defined[name] = members[name];
	return defined;
}
export { whereDefined as t };
