/** Clauses that every judge sees whatever is linked (definitions, authority, risk taxonomy). */
function isGlobal(clause) {
	return clause.attributes["scope"] === "global";
}
export { isGlobal as t };
