import { t as canonicalJson, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
/** Part of every key: a secret that is used elsewhere too signs nothing here. */
const INFO = "spec-gate/store-signature@1";
const KEY_BYTES = 32;
/**
* A signer whose keys are derived from secrets by HKDF-SHA256 (RFC 5869, no salt). The first secret signs; those after it
* are only accepted, so that records outlive a change of secrets.
*/
function createSigner(secrets) {
	const keys = secrets.map((secret) => Buffer.from(hkdfSync("sha256", secret, "", INFO, KEY_BYTES)));
	const mac = (key, text) => createHmac("sha256", key).update(text, "utf8").digest();
	return {
		sign: (value) => mac(keys[0], canonicalJson(value)).toString("base64url"),
		hasSigned: (value, signature) => {
			const text = canonicalJson(value);
			const given = Buffer.from(signature);
			return keys.some((key) => {
				const expected = Buffer.from(mac(key, text).toString("base64url"));
				return given.length === expected.length && timingSafeEqual(given, expected);
			});
		}
	};
}
const STORE_SECRET = "SPEC_GATE_STORE_SECRET";
const LEAST_CHARACTERS = 32;
/** Takes the secret out of this process's environment, so that no child process gets it. */
function takeStoreSecret() {
	const value = process.env[STORE_SECRET];
	delete process.env[STORE_SECRET];
	return value;
}
/** The secrets of a value, the signing one first. Empty ones are left out: `NEW,OLD` before OLD is set, or after it is gone. */
function splitStoreSecret(value) {
	return value.split(",").map((secret) => secret.trim()).filter((secret) => secret !== "");
}
/**
* The signer of a value: one secret, or several separated by commas, of which the first signs. Undefined where there is
* none: then records are read by their checksums, as on forks, which get no secrets.
* @throws UserError for a short secret; it never says which text.
*/
function createStoreSigner(value) {
	const [first, ...others] = splitStoreSecret(value ?? "");
	if (first === void 0) return void 0;
	if ([first, ...others].some((secret) => secret.length < LEAST_CHARACTERS)) throw new UserError({
		message: `${STORE_SECRET} holds a secret of fewer than ${LEAST_CHARACTERS} characters`,
		hint: "make one with: openssl rand -hex 32 (two are separated by a comma)"
	});
	return createSigner([first, ...others]);
}
export { splitStoreSecret as n, takeStoreSecret as r, createStoreSigner as t };
