import { writeSync } from "node:fs";
/** Bytes gathered before they are written. */
const PIECE = 1 << 20;
/**
* Appends to an open file in large pieces. `append` gives the byte that the record begins at; what is still gathered is in
* the file only after `flush`.
*/
function createAppender(file) {
	const piece = Buffer.alloc(PIECE);
	let used = 0;
	let written = 0;
	const write = (bytes) => {
		let done = 0;
		while (done < bytes.length) done += writeSync(file, bytes, done, bytes.length - done, written + done);
		written += bytes.length;
	};
	const flush = () => {
		write(piece.subarray(0, used));
		used = 0;
	};
	return {
		flush,
		append: (bytes) => {
			if (used + bytes.length > PIECE) flush();
			const offset = written + used;
			if (bytes.length > PIECE) write(bytes);
			else {
				piece.set(bytes, used);
				used += bytes.length;
			}
			return offset;
		}
	};
}
export { createAppender as t };
