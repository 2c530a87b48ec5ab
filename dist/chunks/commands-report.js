/**
* What each shows beside the report itself: nothing, the list of scenarios where the judged answers were kept, or those
* answers, without which it is nothing.
*/
const FORMAT_SHOWS = {
	html: "scenarios",
	markdown: "report",
	summary: "report",
	json: "report",
	junit: "report",
	sarif: "report",
	csv: "answers"
};
const REPORT_FORMATS = Object.keys(FORMAT_SHOWS);
export { REPORT_FORMATS as n, FORMAT_SHOWS as t };
