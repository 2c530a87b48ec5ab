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
	const waitForTurn = (priority, signal) => new Promise((resolve, reject) => {
		const leave = () => {
			queue.splice(queue.indexOf(waiter), 1);
			reject(signal.reason);
		};
		const waiter = {
			priority,
			start: () => {
				signal?.removeEventListener("abort", leave);
				resolve();
			}
		};
		signal?.addEventListener("abort", leave, { once: true });
		const later = queue.findIndex((other) => other.priority > priority);
		queue.splice(later === -1 ? queue.length : later, 0, waiter);
		startWaiting();
	});
	return {
		limit: () => Math.floor(limit),
		run: async (task, { priority = 0, signal } = {}) => {
			signal?.throwIfAborted();
			await waitForTurn(priority, signal);
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
export { createConcurrency as t };
