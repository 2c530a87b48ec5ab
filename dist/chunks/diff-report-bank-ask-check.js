/** Clauses that every judge sees whatever is linked (definitions, authority, risk taxonomy). */
function isGlobal(clause) {
	return clause.attributes["scope"] === "global";
}
/** How many clauses there are, as people count them: a heading without text above others is none. */
function countClauses(clauses) {
	return clauses.filter(({ kind }) => kind !== "grouping").length;
}
export { isGlobal as n, countClauses as t };
