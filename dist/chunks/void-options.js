import { n as METRICS, t as BLOCKING_METRICS } from "./metrics.js";
/** Undefined where the metric's level can be measured. */
function whyUnmeasured(metric, means) {
	const { readOn, needs } = METRICS[metric];
	if (readOn === "panel" && means.models < 2) return "one-model";
	switch (needs) {
		case "rulings": return;
		case "both texts":
			if (means.kind === "model") return "one-text";
			return means.bothTexts === false ? "same-rules" : void 0;
		case "two judges": return means.judges < 2 ? "one-judge" : void 0;
		case "shared clauses":
			if (means.judges < 2) return "one-judge";
			return means.sharesClauses === false ? "no-shared-clauses" : void 0;
		case "scores": return means.scoring === "possible" ? void 0 : means.scoring;
		default: return needs;
	}
}
/** Undefined where the metric can move. */
function whyUnmoved(metric, means) {
	const isSame = means.kind === "target" && METRICS[metric].needs === "scores";
	return whyUnmeasured(metric, means) ?? (isSame ? "same-answers" : void 0);
}
/**
* Options that say something else than the default, or that have none, and cannot apply: a limit on what is not measured, a
* margin for what cannot move, `fail` for what cannot get worse.
*/
function findVoidOptions({ margins, limits, actions }, means) {
	const ofMetrics = BLOCKING_METRICS.flatMap((metric) => {
		const { defaults } = METRICS[metric];
		const [unmeasured, unmoved] = [whyUnmeasured(metric, means), whyUnmoved(metric, means)];
		return [
			...unmeasured !== void 0 && limits[metric] !== void 0 ? [{
				option: `limits.${metric}`,
				why: unmeasured
			}] : [],
			...unmoved !== void 0 && margins[metric] !== defaults.margin ? [{
				option: `margins.${metric}`,
				why: unmoved
			}] : [],
			...unmoved !== void 0 && actions[metric] === "fail" && defaults.action !== "fail" ? [{
				option: `actions.${metric}`,
				why: unmoved
			}] : []
		];
	});
	const isAlone = means.models < 3 && actions.newOutliers === "fail";
	return [...ofMetrics, ...isAlone ? [{
		option: "actions.newOutliers",
		why: "two-models"
	}] : []];
}
export { whyUnmeasured as n, whyUnmoved as r, findVoidOptions as t };
