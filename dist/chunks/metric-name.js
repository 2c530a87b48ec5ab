const BLOCKING_METRICS = [
	"nonCompliance",
	"frequentNonCompliance",
	"rejections",
	"disagreement",
	"judgeAgreement"
];
export { BLOCKING_METRICS as t };
