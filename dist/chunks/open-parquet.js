import { v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { Worker } from "node:worker_threads";
/** Bytes of the used columns of one row group, uncompressed: what has to be in memory at once. */
const LARGEST_GROUP = 268435456;
/** The most rows of a file: a few bytes of Parquet can stand for any number of equal rows. */
const MOST_ROWS = 5e6;
/** Milliseconds that the thread may take for one answer; a valid file of any size needs a small part of that. */
const PATIENCE = 2e3;
const PATIENCE_PER_MB = 1e3;
/** Milliseconds in which the thread starts, on the busiest machine. */
const PATIENCE_TO_START = 6e4;
/** Pieces read for one answer; a few for each column of a group. */
const MOST_SLICES = 1e5;
const HEAP_MB = 2048;
/** @throws UserError if it is no Parquet file, or (while reading) a row group is too large, broken, or takes too long. */
async function openParquet(source) {
	const fail = (message) => {
		throw new UserError({
			message,
			place: { file: source.name }
		});
	};
	const reader = startReader(source);
	try {
		await reader.hear("ready", PATIENCE_TO_START);
		reader.say({
			kind: "open",
			byteLength: source.byteLength
		});
		const { columns, groups } = await reader.hear("opened", PATIENCE + PATIENCE_PER_MB * source.byteLength / 2 ** 30).catch((error) => fail(`not a readable Parquet file: ${describe(error)}`));
		return {
			columns,
			async *rows(used) {
				const wanted = columns.filter((column) => used.includes(column));
				let number = 0;
				for (const [index, group] of groups.entries()) {
					const megabytes = wanted.reduce((sum, column) => sum + (group.bytes[column] ?? 0), 0) / 2 ** 20;
					if (megabytes > LARGEST_GROUP / 2 ** 20 || group.rows > MOST_ROWS) {
						const size = `${Math.round(megabytes)} MB and ${group.rows} rows`;
						fail(`a row group of ${size}; write it with row groups of at most 256 MB`);
					}
					const place = `rows ${number + 1} to ${number + group.rows}`;
					reader.say({
						kind: "read",
						group: index,
						columns: wanted
					});
					for (;;) {
						const { rows, last } = await reader.hear("rows", PATIENCE + PATIENCE_PER_MB * megabytes).catch((error) => fail(`${place} cannot be read: ${describe(error)}`));
						for (const fields of rows) yield {
							kind: "row",
							number: number += 1,
							fields
						};
						if (last) break;
						reader.say({ kind: "next" });
					}
				}
			},
			close: () => reader.end()
		};
	} catch (error) {
		await reader.end();
		throw error;
	}
}
function startReader(source) {
	const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
	worker.unref();
	const heard = [];
	let listener;
	const receive = (message) => {
		if (listener === void 0) heard.push(message);
		else listener(message);
	};
	worker.on("message", receive);
	worker.on("error", receive);
	const say = (message) => {
		worker.postMessage(message, message.kind === "bytes" ? [message.bytes] : []);
	};
	const receiveNext = (patience) => new Promise((resolve, reject) => {
		const take = (message) => {
			clearTimeout(timer);
			listener = void 0;
			if (message instanceof Error) reject(message);
			else resolve(message);
		};
		const timer = setTimeout(() => {
			listener = void 0;
			reject(/* @__PURE__ */ new Error(`its reader came to no end in ${Math.round(patience / 100) / 10} seconds`));
		}, patience);
		listener = take;
		const first = heard.shift();
		if (first !== void 0) take(first);
	});
	return {
		say,
		async hear(kind, patience) {
			for (let slices = 0; slices < MOST_SLICES; slices += 1) {
				const message = await receiveNext(patience);
				if (message.kind === "failed") throw new Error(message.message);
				if (message.kind === "slice") {
					const { id, start, end } = message;
					if (!(start >= 0 && start <= end && end <= source.byteLength)) throw new Error("it points outside the file");
					say({
						kind: "bytes",
						id,
						bytes: await source.slice(start, end)
					});
				} else return message;
			}
			throw new Error("its reader asks for pieces without end");
		},
		end: async () => {
			worker.removeAllListeners();
			await worker.terminate();
		}
	};
}
/** Beside this file as it was written; beside the program as it was built. */
function workerFile() {
	if (import.meta.url.endsWith(".ts")) return new URL("./parquet-worker.ts", import.meta.url);
	const up = import.meta.url.includes("/chunks/") ? ".." : ".";
	return new URL(`${up}/parquet-worker.js`, import.meta.url);
}
function describe(error) {
	return error instanceof Error ? error.message : String(error);
}
export { openParquet };
