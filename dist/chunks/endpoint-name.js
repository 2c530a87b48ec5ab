const BLOCKING_ENDPOINTS = [
	"nonCompliance",
	"frequentNonCompliance",
	"rejections",
	"disagreement",
	"judgeAgreement"
];
export { BLOCKING_ENDPOINTS as t };
