const BLOCKING_ENDPOINTS = [
	"nonCompliance",
	"frequentNonCompliance",
	"disagreement",
	"judgeAgreement"
];
export { BLOCKING_ENDPOINTS as t };
