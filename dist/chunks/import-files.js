import { t as UserError } from "./errors.js";
import { i as unpackGzip, n as openFile, r as refusePointer } from "./open-file.js";
/** Milliseconds for one range, from the request to its last byte. */
const PATIENCE = 12e4;
/** Opens a path, or an https address with `fetch`. @throws UserError naming it. */
function openSource(name, fetch) {
	return /^[a-z][a-z0-9+.-]*:\/\//i.test(name) ? openUrl(name, fetch) : openFile(name);
}
/** The server must answer ranges: a Parquet file is read from its end, and nothing is read that is not needed. */
async function openUrl(name, fetch) {
	const fail = (message) => {
		throw new UserError({
			message,
			hint: "Download it and import the file.",
			place: { file: name }
		});
	};
	requireSafe(name, fail);
	const read = async (start, end) => {
		const response = await fetch(name, {
			headers: {
				range: `bytes=${start}-${end - 1}`,
				"accept-encoding": "identity"
			},
			redirect: "follow",
			signal: AbortSignal.timeout(PATIENCE)
		}).catch((error) => fail(`cannot be reached: ${String(error)}`));
		if (response.url !== "") requireSafe(response.url, fail);
		if (response.status !== 206) {
			await response.body?.cancel();
			return fail(response.ok ? "the server does not answer ranges" : `the server answered ${response.status}`);
		}
		const total = Number(/\/(\d+)$/.exec(response.headers.get("content-range") ?? "")?.[1] ?? NaN);
		if (!Number.isSafeInteger(total)) fail("the server does not say how long it is");
		return {
			bytes: await readExactly(response, end - start, fail).catch((error) => {
				throw error instanceof UserError ? error : fail(`broke off: ${String(error)}`);
			}),
			total
		};
	};
	const { total } = await read(0, 1);
	const source = {
		name,
		byteLength: total,
		slice: async (start, end = total) => end === start ? /* @__PURE__ */ new ArrayBuffer(0) : (await read(start, end)).bytes,
		close: () => Promise.resolve()
	};
	await refusePointer(source);
	return unpackGzip(source);
}
/** https anywhere, http on this machine only. */
function requireSafe(address, fail) {
	const url = URL.canParse(address) ? new URL(address) : fail("not an address");
	const isLocal = url.hostname === "127.0.0.1" || url.hostname === "localhost";
	if (url.protocol !== "https:" && !(url.protocol === "http:" && isLocal)) fail(`${url.protocol} is not https`);
}
/** Never keeps more than was asked for, whatever the server sends. */
async function readExactly(response, length, fail) {
	const bytes = new Uint8Array(length);
	let done = 0;
	for await (const piece of response.body ?? []) {
		if (done + piece.length > length) {
			await response.body?.cancel().catch(() => void 0);
			fail("the server sent more than was asked for");
		}
		bytes.set(piece, done);
		done += piece.length;
	}
	if (done < length) fail("the server sent less than was asked for");
	return bytes.buffer;
}
export { openSource as t };
