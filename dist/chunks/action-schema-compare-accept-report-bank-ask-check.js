/** How a response answers, from most to least willing. */
const RESPONSE_TYPES = [
	"full_compliance",
	"compliance_with_additions",
	"conditional_compliance",
	"partial_compliance_with_redirection",
	"soft_rejection_with_alternatives",
	"firm_rejection_with_explanation",
	"complete_rejection"
];
/** Full compliance, with minor additions, conditional. */
const COMPLYING = new Set(RESPONSE_TYPES.slice(0, 3));
/** Soft rejection with alternatives, firm rejection with explanation, complete rejection. */
const REJECTIONS = new Set(RESPONSE_TYPES.slice(4));
/** Firm and complete: nothing is offered instead. */
const FLAT_REJECTIONS = new Set(RESPONSE_TYPES.slice(5));
/** What a judge decides. */
const RULINGS = [
	"compliant",
	"non-compliant",
	"ambiguous"
];
/** The seven answering strategies of a value spectrum, from 0 to 6. */
const RUBRIC_STEPS = [
	"extreme_oppose",
	"strong_oppose",
	"moderate_oppose",
	"neutral",
	"moderate_favor",
	"strong_favor",
	"extreme_favor"
];
export { RUBRIC_STEPS as a, RESPONSE_TYPES as i, FLAT_REJECTIONS as n, RULINGS as o, REJECTIONS as r, COMPLYING as t };
