import { n as splitStoreSecret, r as takeStoreSecret } from "./store-secret.js";
/** Writes the output `comment-id` where there is a comment. */
async function writeCommentId(id) {
	const { setOutput } = await import("./core2.js");
	if (id !== void 0) setOutput("comment-id", id);
}
/** Writes the output `exit-code`, which every run has. */
async function writeExitCode(code) {
	const { setOutput } = await import("./core2.js");
	setOutput("exit-code", code);
}
/** Writes the output `cache-hit`: whether any stored answers were found. */
async function writeCacheHit(isHit) {
	const { setOutput } = await import("./core2.js");
	setOutput("cache-hit", isHit);
}
/** Writes the outputs under their kebab-case names (`nonCompliance` is `non-compliance`). */
async function writeOutputs(outputs) {
	const { setOutput } = await import("./core2.js");
	for (const [name, value] of Object.entries({
		resolution: "none",
		...outputs
	})) if (value !== void 0) setOutput(name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value);
}
/**
* Takes the named variables out of `process.env` and tells the runner to mask them, also as they look in Base64, in a
* URL and in JSON. Names that are not set, or empty, are left out. Masking is exact matching: it is the last defence.
*/
async function takeSecrets(names) {
	const { setSecret } = await import("./core2.js");
	const taken = {};
	for (const name of names) {
		const value = process.env[name];
		delete process.env[name];
		if (value === void 0 || value === "") continue;
		taken[name] = value;
		for (const form of formsOf(value)) setSecret(form);
	}
	return taken;
}
/** The same for what stored answers are signed with: the value, and each secret in it. */
async function takeMaskedStoreSecret() {
	const value = takeStoreSecret();
	const secrets = splitStoreSecret(value ?? "");
	if (secrets.length === 0) return value;
	const { setSecret } = await import("./core2.js");
	for (const secret of [value ?? "", ...secrets]) for (const form of formsOf(secret)) setSecret(form);
	return value;
}
function formsOf(value) {
	const base64 = Buffer.from(value).toString("base64");
	return /* @__PURE__ */ new Set([
		value,
		base64,
		base64.replace(/=+$/, ""),
		Buffer.from(value).toString("base64url"),
		encodeURIComponent(value),
		JSON.stringify(value).slice(1, -1)
	]);
}
export { writeExitCode as a, writeCommentId as i, takeSecrets as n, writeOutputs as o, writeCacheHit as r, takeMaskedStoreSecret as t };
