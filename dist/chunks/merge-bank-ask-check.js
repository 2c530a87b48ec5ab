import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
/** In the folder for temporary files. An open file without a name goes with the process, however that ends. */
function openUnnamedFile() {
	const folder = mkdtempSync(join(tmpdir(), "spec-gate-"));
	const file = openSync(join(folder, "spool"), "w+");
	const remove = () => rmSync(folder, {
		recursive: true,
		force: true
	});
	try {
		remove();
		return {
			file,
			close: () => closeSync(file)
		};
	} catch {
		const close = () => {
			process.off("exit", close);
			closeSync(file);
			remove();
		};
		process.once("exit", close);
		return {
			file,
			close
		};
	}
}
export { openUnnamedFile as t };
