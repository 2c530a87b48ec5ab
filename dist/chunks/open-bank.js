import "./files.js";
import { n as openFile, t as openAgain } from "./open-file.js";
import { t as readLightBank } from "./light-bank.js";
import { r as readBank } from "./parse-bank.js";
/** `name` is the path shown to people. @throws UserError where there is no such file, and with every problem of its lines. */
async function openBank(path, name) {
	const source = await openFile(path, name);
	try {
		return source.byteLength > 16777216 && source.unpacked === void 0 ? await readLightBank(source, { readAgain: openAgain(path, name) }) : await readBank(source);
	} finally {
		await source.close();
	}
}
export { openBank as t };
