import { M as openFile, j as openAgain } from "./stats-diff-check.js";
import { Qt as walkBank, V as readLightBank, Xt as readBank } from "./stats-check.js";
/** `name` is the path shown to people. @throws UserError where there is no such file, and with every problem of its lines. */
async function openBank(path, name, options = {}) {
	const source = await openFile(path, name);
	try {
		const isLarge = source.byteLength > 16777216 && source.unpacked === void 0;
		const readAgain = openAgain(path, name);
		return await (isLarge ? readLightBank(source, {
			...options,
			readAgain
		}) : readBank(source, options));
	} finally {
		await source.close();
	}
}
/** The scenarios of a bank file in turn, for a command that needs each once. @throws UserError as `openBank`, at the end where lines are wrong. */
async function* walkBankFile(path, name, options = {}) {
	const source = await openFile(path, name);
	try {
		yield* walkBank(source, options);
	} finally {
		await source.close();
	}
}
export { walkBankFile as n, openBank as t };
