import { t as UserError } from "./errors.js";
import { open, stat } from "node:fs/promises";
/** Opens a file under the name people know it by. @throws UserError where there is none, or it is a Git LFS pointer. */
async function openFile(path, name = path) {
	const fail = (message) => {
		throw new UserError({
			message,
			place: { file: name }
		});
	};
	const stats = await stat(path).catch(() => fail("no such file"));
	if (!stats.isFile()) fail("not a regular file");
	const file = await open(path, "r");
	const source = {
		name,
		byteLength: stats.size,
		async slice(start, end = stats.size) {
			const buffer = new ArrayBuffer(end - start);
			let done = 0;
			while (done < buffer.byteLength) {
				const { bytesRead } = await file.read(new Uint8Array(buffer), done, buffer.byteLength - done, start + done);
				if (bytesRead === 0) fail("became shorter while it was read");
				done += bytesRead;
			}
			return buffer;
		},
		close: () => file.close()
	};
	try {
		await refusePointer(source);
	} catch (error) {
		await source.close();
		throw error;
	}
	return source;
}
const POINTER = "version https://git-lfs.github.com/spec/";
/** @throws UserError where the source is the pointer that a checkout without Git LFS has in a file's place. */
async function refusePointer(source) {
	const begin = await source.slice(0, Math.min(40, source.byteLength));
	if (Buffer.from(begin).toString("latin1") !== POINTER) return;
	throw new UserError({
		message: "a Git LFS pointer, not the file itself",
		hint: "Fetch it with git lfs pull, then try again.",
		place: { file: source.name }
	});
}
export { refusePointer as n, openFile as t };
