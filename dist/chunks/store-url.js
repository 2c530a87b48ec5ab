/** Names of buckets as S3 allows them; a prefix of plain words, so that it reads the same in an address, a log and a shell. */
const STORE_URL = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:\/[\w.=-]+)*)\/?$/;
/** Undefined for what is no such address. */
function parseStoreUrl(text) {
	const [, bucket, path] = STORE_URL.exec(text) ?? [];
	if (bucket === void 0 || path === void 0) return void 0;
	return {
		bucket,
		prefix: path === "" ? "" : `${path.slice(1)}/`
	};
}
/** Whether a text is meant as the address of an object store, well written or not. */
function isStoreUrl(text) {
	return text.startsWith("s3:");
}
export { parseStoreUrl as n, isStoreUrl as t };
