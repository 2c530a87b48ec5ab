import { t as UserError } from "./errors.js";
const CHUNK = 1 << 20;
/** The source's text in pieces of at most a mebibyte; a byte-order mark is dropped. @throws UserError if it is not UTF-8. */
async function* readText(source) {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	const decode = (bytes) => {
		try {
			return bytes === void 0 ? decoder.decode() : decoder.decode(bytes, { stream: true });
		} catch {
			throw new UserError({
				message: "not valid UTF-8",
				hint: "Save it as UTF-8.",
				place: { file: source.name }
			});
		}
	};
	if (source.unpacked !== void 0) {
		for await (const bytes of source.unpacked()) yield decode(bytes);
		yield decode();
		return;
	}
	for (let start = 0; start < source.byteLength; start += CHUNK) yield decode(await source.slice(start, Math.min(start + CHUNK, source.byteLength)));
	yield decode();
}
/** Lines ending in LF or CRLF. A line keeps at most `longest` characters in memory, however long it is. */
async function* readLines(source, longest) {
	let number = 1;
	let kept = "";
	let length = 0;
	const finish = () => {
		const text = kept.endsWith("\r") ? kept.slice(0, -1) : kept;
		return {
			number,
			text,
			length
		};
	};
	for await (const piece of readText(source)) {
		let start = 0;
		for (;;) {
			const end = piece.indexOf("\n", start);
			const part = piece.slice(start, end === -1 ? void 0 : end);
			length += part.length;
			if (kept.length <= longest) kept += part.slice(0, longest + 1 - kept.length);
			if (end === -1) break;
			yield finish();
			[number, kept, length, start] = [
				number + 1,
				"",
				0,
				end + 1
			];
		}
	}
	if (length > 0) yield finish();
}
export { readText as n, readLines as t };
