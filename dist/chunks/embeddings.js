import { $ as checkKeyBinding, _ as normalize, et as endpointOf, gt as isLive, lt as costOf, nt as resolveProvider, pt as providerName, ut as priceOf, v as scenarioText } from "./bank-ask-check.js";
import { l as int, m as object, o as array, p as number } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { i as sha256, n as hashJson, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { A as createRandom } from "./compare-ask-check.js";
import { Yn as createBudget, ar as createTransport, er as lookUpHost } from "./ask-check.js";
import { c as parseLedger, l as runCap, s as addSpending, u as serializeLedger } from "./merge-ask-check.js";
import { i as makeFolder, r as NO_USAGE, t as CallError } from "./action-merge-bank-ask-check.js";
import { Y as estimateTokens } from "./compare-bank-ask-check.js";
import { p as replaceFile } from "./bank.js";
import { closeSync, existsSync, openSync, readFileSync, readdirSync, writeSync } from "node:fs";
import { join } from "node:path";
import { createHash, randomBytes } from "node:crypto";
/** The study's cut between a repetition and another scenario, on its embeddings. */
const NEAR = .4;
/** The key of one text's vector: what is sent, and to whom. */
function embeddingKey(from) {
	const { origin, model, text } = from;
	return hashJson({
		schema: "spec-gate/embedding@1",
		origin,
		model,
		text
	});
}
/**
* A measure for these scenarios. Vectors not in the store are asked for in batches, in order, and stored before the next
* batch is sent: an interrupted run loses at most one. Equal texts are sent once.
* @throws UserError for vectors of different lengths; Error if `embed` gives another number of vectors.
*/
async function createEmbeddingMeasure(options) {
	const { scenarios, origin, model, embed, store, batch = 64 } = options;
	const vectors = /* @__PURE__ */ new Map();
	const missing = [];
	for (const text of new Set(scenarios.map((scenario) => scenarioText(scenario)))) {
		const stored = store.get(embeddingKey({
			origin,
			model,
			text
		}));
		if (stored === void 0) missing.push(text);
		else vectors.set(text, stored);
	}
	for (let start = 0; start < missing.length; start += batch) {
		const texts = missing.slice(start, start + batch);
		const answers = await embed(texts);
		if (answers.length !== texts.length) throw new Error(`${answers.length} vectors for ${texts.length} texts`);
		for (const [index, text] of texts.entries()) {
			const vector = normalize(answers[index]);
			await store.put(embeddingKey({
				origin,
				model,
				text
			}), vector);
			vectors.set(text, vector);
		}
	}
	const lengths = new Set([...vectors.values()].map(({ length }) => length));
	if (lengths.size > 1) throw new UserError({
		message: `${model} gives vectors of different lengths: ${[...lengths].sort((a, b) => a - b).join(", ")}`,
		hint: "The model behind the name has changed: remove the folder `vectors` in the store, and all texts are sent anew."
	});
	return {
		dimensions: [...lengths][0] ?? 1,
		near: NEAR,
		vectorOf: (scenario) => {
			const vector = vectors.get(scenarioText(scenario));
			if (vector === void 0) throw new Error(`"${scenario.id}" was not embedded`);
			return vector;
		}
	};
}
const HEADER = 44;
/** Numbers of one vector; a longer one would be read back as a torn record. */
const MOST_DIMENSIONS = 65536;
/** Opens the vectors of one model. Nothing is written before the first `put`; every `put` is on its way to the disk at once. */
function openVectorFolder({ folder, origin, model, now, segmentBytes = 2 ** 30 }) {
	const own = join(folder, sha256(`${origin}\n${model}`).slice(0, 16));
	const vectors = /* @__PURE__ */ new Map();
	let unreadable = 0;
	for (const name of listSegments(own)) unreadable += readSegment(readFileSync(join(own, name)), (key, vector) => void vectors.set(key, vector));
	let file;
	let written = 0;
	const close = () => {
		if (file !== void 0) closeSync(file);
		[file, written] = [void 0, 0];
	};
	const open = () => {
		makeFolder(own);
		const time = now.toISOString().replaceAll(/[-:.]/g, "");
		return openSync(join(own, `${time}-${randomBytes(4).toString("hex")}.vectors`), "ax");
	};
	return {
		get: (key) => vectors.get(key),
		put: (key, vector) => {
			file ??= open();
			written += writeSync(file, writeRecord(key, vector));
			vectors.set(key, vector);
			if (written > segmentBytes) close();
			return Promise.resolve();
		},
		size: () => vectors.size,
		unreadable: () => unreadable,
		close
	};
}
function writeRecord(key, vector) {
	const record = Buffer.alloc(HEADER + vector.length * 4);
	record.write(key, 0, "hex");
	record.writeUInt32LE(vector.length, 32);
	for (const [index, value] of vector.entries()) record.writeFloatLE(value, HEADER + index * 4);
	checksumOf(record).copy(record, 36);
	return record;
}
/** Hands over every whole record; gives the number of those that are not. */
function readSegment(bytes, keep) {
	let bad = 0;
	let at = 0;
	while (at < bytes.length) {
		const dimensions = at + HEADER <= bytes.length ? bytes.readUInt32LE(at + 32) : Infinity;
		const end = at + HEADER + dimensions * 4;
		if (dimensions > 65536 || end > bytes.length) return bad + 1;
		const record = bytes.subarray(at, end);
		if (checksumOf(record).equals(record.subarray(36, HEADER))) keep(record.toString("hex", 0, 32), readNumbers(record));
		else bad += 1;
		at = end;
	}
	return bad;
}
function readNumbers(record) {
	const vector = new Float32Array((record.length - HEADER) / 4);
	for (let index = 0; index < vector.length; index += 1) vector[index] = record.readFloatLE(HEADER + index * 4);
	return vector;
}
function checksumOf(record) {
	return createHash("sha256").update(record.subarray(0, 36)).update(record.subarray(HEADER)).digest().subarray(0, 8);
}
/** Oldest first: names begin with their time. */
function listSegments(folder) {
	try {
		return readdirSync(folder).filter((name) => name.endsWith(".vectors")).sort();
	} catch (error) {
		if (error.code === "ENOENT") return [];
		throw error;
	}
}
const reply = object({
	data: array(object({
		index: int().min(0),
		embedding: array(number()).min(1)
	})),
	usage: object({ prompt_tokens: number() }).nullish().catch(void 0)
});
/**
* The measure of likeness by this model. Texts whose vectors are stored are not sent; each batch is stored, and paid for in
* the ledger, before the next is sent.
* @throws UserError for a provider, key or price that is not there; CallError where the endpoint fails or the budget ends.
*/
async function measureByEmbeddings(run, scenarios) {
	const ref = resolveRef(run);
	const folder = join(run.storeFolder, "vectors");
	const origin = ref.origin + (ref.basePath ?? "");
	const store = openVectorFolder({
		folder,
		origin,
		model: ref.model,
		now: new Date(run.clock.now())
	});
	try {
		const embed = createEmbed(run, {
			ref,
			ledgerPath: join(folder, "spending.json")
		});
		return await createEmbeddingMeasure({
			scenarios,
			origin,
			model: ref.model,
			embed,
			store
		});
	} finally {
		store.close();
	}
}
function createEmbed(run, { ref, ledgerPath }) {
	const { config, clock, fetch, signal } = run;
	const price = priceOf(ref, config.prices);
	let ledger = readLedger(ledgerPath);
	const paid = ledger.reduce((sum, { day, ...spent }) => addSpending(sum, {
		at: Date.parse(day),
		...spent
	}), run.spending);
	const usd = runCap(paid, {
		at: clock.now(),
		usd: config.budget.usd,
		caps: config.budget
	});
	const budget = createBudget({
		...config.budget,
		usd
	}, clock);
	let connection;
	return async (texts) => {
		const tokens = texts.reduce((sum, text) => sum + estimateTokens(text), 0);
		const reservation = budget.reserve(costOf({
			...NO_USAGE,
			inputTokens: tokens
		}, price));
		if (reservation.status === "stopped") {
			if (reservation.by === "unknown-price") throw unknownPrice(ref);
			throw new CallError("aborted", `the budget is used up: ${reservation.by}`, { attempts: 0 });
		}
		try {
			connection ??= connect(run, ref, {
				fetch,
				clock
			});
			const { vectors, inputTokens = tokens } = readReply(await (await connection.fetch(`${connection.baseUrl}/embeddings`, {
				method: "POST",
				body: JSON.stringify({
					model: ref.model,
					input: texts,
					encoding_format: "float"
				}),
				signal
			})).json(), texts.length, ref);
			const cost = costOf({
				...NO_USAGE,
				inputTokens
			}, price);
			reservation.settle(cost);
			ledger = addSpending(ledger, {
				at: clock.now(),
				usd: cost === "unknown" ? 0 : cost,
				calls: 1
			});
			replaceFile(ledgerPath, serializeLedger(ledger));
			return vectors;
		} catch (error) {
			reservation.release();
			throw error;
		}
	};
}
function connect({ config, id, env }, ref, { fetch, clock }) {
	const providers = liveProviders(config);
	const problems = checkKeyBinding(providers);
	if (problems.length > 0) throw new UserError(problems);
	const provider = resolveProvider(providers.find(({ name }) => name === providerName({ id })), env);
	if (provider.origin !== ref.origin) throw new Error(`${provider.origin} is not ${ref.origin}`);
	const random = createRandom(`retry ${clock.now()}`);
	return {
		fetch: createTransport(provider, {
			fetch,
			clock,
			random,
			lookup: lookUpHost
		}).fetchFor(ref.model),
		baseUrl: provider.baseUrl
	};
}
function readReply(body, expected, { id }) {
	const fail = (why) => new CallError("bad_response", `${id}: ${why}`);
	const parsed = reply.safeParse(body);
	if (!parsed.success) throw fail("the answer has another shape than embeddings");
	const { data, usage } = parsed.data;
	const inOrder = [...data].sort((a, b) => a.index - b.index);
	if (inOrder.length !== expected || inOrder.some(({ index }, at) => index !== at)) throw fail(`${data.length} vectors for ${expected} texts`);
	const vectors = inOrder.map(({ embedding }) => Float32Array.from(embedding));
	if (vectors.some((vector) => vector.length > 65536 || !vector.every(Number.isFinite))) throw fail(`a vector of more than ${MOST_DIMENSIONS} numbers, or of one too large`);
	const told = usage?.prompt_tokens;
	return {
		vectors,
		...told !== void 0 && told >= 0 && { inputTokens: told }
	};
}
function resolveRef({ id, config }) {
	const name = providerName({ id });
	const provider = liveProviders(config).find((one) => one.name === name);
	const model = id.slice(name.length + 1);
	if (provider?.kind !== "openai" || model === "") {
		const able = liveProviders(config).filter(({ kind }) => kind === "openai");
		throw new UserError({
			message: `--embeddings ${id}: expected provider/model, with a provider of kind openai`,
			hint: able.length === 0 ? "The config has none; without --embeddings likeness is measured by words, offline." : `The config has ${able.map((one) => one.name).join(", ")}.`
		});
	}
	return {
		id,
		kind: "openai",
		...endpointOf(provider),
		model,
		params: {}
	};
}
function liveProviders({ providers }) {
	return Object.entries(providers).flatMap(([name, provider]) => isLive(provider) ? [{
		...provider,
		name
	}] : []);
}
function unknownPrice({ id }) {
	return new UserError({
		message: `${id}: no price is known, so the dollar budget could not hold`,
		hint: `add prices: { ${id}: { input: ..., output: 0 } } in US dollars per million tokens, or set budget.allowUnknownPrices: true`
	});
}
function readLedger(path) {
	if (!existsSync(path)) return [];
	const ledger = parseLedger(readFileSync(path, "utf8"));
	if (ledger === void 0) throw new UserError({
		message: "not a ledger",
		hint: "It tells the daily and weekly caps what was spent; remove it to begin anew.",
		place: { file: path }
	});
	return ledger;
}
export { measureByEmbeddings as t };
