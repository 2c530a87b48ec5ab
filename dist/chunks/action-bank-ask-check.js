const SYSTEM_CLOCK = {
	now: () => Date.now(),
	monotonic: () => performance.now(),
	sleep: (ms, signal) => new Promise((resolve, reject) => {
		signal?.throwIfAborted();
		const end = () => {
			clearTimeout(timer);
			reject(signal.reason);
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener("abort", end);
			resolve();
		}, ms);
		signal?.addEventListener("abort", end, { once: true });
	})
};
export { SYSTEM_CLOCK as t };
