import { r as openSegmentStore } from "./segment-store.js";
import { t as createStoreSigner } from "./store-secret.js";
import { o as plural } from "./format-numbers.js";
/** @throws UserError for a folder that cannot be read, or a secret that is too short. */
function openCommandStore(folder, context) {
	const store = openSegmentStore(folder, {
		now: context.now(),
		signer: createStoreSigner(context.storeSecret)
	});
	const { unsigned } = store.problems();
	if (unsigned > 0) context.remark(`${plural(unsigned, "stored answer")} unsigned or forged: counted as missing\n`);
	return store;
}
export { openCommandStore as t };
