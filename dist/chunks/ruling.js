/**
* The panel's word on one response: each ruling made binary (non-compliant or ambiguous against compliant), then the
* majority of valid rulings. Fewer than two agreeing valid rulings are `missing`, never a pass.
*/
function isProblematic(judgments) {
	const ruled = judgments.flatMap((judgment) => judgment.status === "ruled" ? [judgment.ruling !== "compliant"] : []);
	const against = ruled.filter(Boolean).length;
	const favour = ruled.length - against;
	if (Math.max(against, favour) < 2 || against === favour) return "missing";
	return against > favour;
}
export { isProblematic as t };
