/**
* Runs at most `max` tasks at once. Additive increase, multiplicative decrease (Chiu and Jain 1989): `slowDown` halves
* the limit, never below 1; a full round of tasks that did not slow it raises it by 1, up to `max`.
*/
function createConcurrency({ max, ceiling = () => max }) {
	if (!Number.isInteger(max) || max < 1) throw new RangeError(`concurrency must be a whole number of 1 or more: ${max}`);
	const queue = [];
	let running = 0;
	let limit = max;
	let halvings = 0;
	const startWaiting = () => {
		while (running < Math.min(Math.floor(limit), ceiling()) && queue.length > 0) {
			running += 1;
			queue.shift().start();
		}
	};
	const departures = createDepartures();
	const waitForTurn = (priority, signal) => new Promise((resolve, reject) => {
		const leave = () => {
			queue.splice(queue.indexOf(waiter), 1);
			reject(signal.reason);
		};
		const stay = signal === void 0 ? void 0 : departures.on(signal, leave);
		const waiter = {
			priority,
			start: () => {
				stay?.();
				resolve();
			}
		};
		const later = queue.findIndex((other) => other.priority > priority);
		queue.splice(later === -1 ? queue.length : later, 0, waiter);
		startWaiting();
	});
	return {
		limit: () => Math.floor(limit),
		run: async (task, { priority = 0, signal } = {}) => {
			signal?.throwIfAborted();
			if (queue.length === 0 && running < Math.min(Math.floor(limit), ceiling())) running += 1;
			else await waitForTurn(priority, signal);
			const begun = halvings;
			let slowed = false;
			const slot = { slowDown: () => {
				slowed = true;
				if (begun !== halvings) return;
				halvings += 1;
				limit = Math.max(1, Math.floor(limit / 2));
			} };
			try {
				return await task(slot);
			} finally {
				running -= 1;
				if (!slowed) limit = Math.min(max, limit + 1 / Math.floor(limit));
				startWaiting();
			}
		}
	};
}
/**
* Calls `leave` of every waiting task whose signal is aborted. Thousands of tasks share one signal, so each signal gets
* one listener for all of them.
*/
function createDepartures() {
	const waiting = /* @__PURE__ */ new Map();
	return { on: (signal, leave) => {
		const known = waiting.get(signal);
		const all = known?.all ?? /* @__PURE__ */ new Set();
		const ring = known?.ring ?? (() => {
			waiting.delete(signal);
			for (const each of all) each();
		});
		if (known === void 0) {
			waiting.set(signal, {
				all,
				ring
			});
			signal.addEventListener("abort", ring, { once: true });
		}
		all.add(leave);
		return () => {
			all.delete(leave);
			if (all.size > 0) return;
			signal.removeEventListener("abort", ring);
			waiting.delete(signal);
		};
	} };
}
export { createConcurrency as t };
