import { readSync } from "node:fs";
/** Fills the buffer from `offset`, as far as the file goes; gives how many bytes there were. */
function readAt(file, into, offset) {
	let done = 0;
	while (done < into.length) {
		const read = readSync(file, into, done, into.length - done, offset + done);
		if (read === 0) break;
		done += read;
	}
	return done;
}
export { readAt as t };
