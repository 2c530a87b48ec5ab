/** Exit codes; the contract with scripts and workflows. */
const EXIT = {
	pass: 0,
	fail: 1,
	inconclusive: 2,
	usage: 3,
	bug: 4
};
export { EXIT as t };
