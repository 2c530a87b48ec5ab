/**
* How many finished results may wait for a slower one before them, for each task under way, so that one slow task does
* not leave the others idle.
*/
const KEPT = 4;
/**
* Results in the order of `items`, whatever order the tasks end in. A task begins when another ends, not when its result is
* handed on, and memory stays bounded: beyond `KEPT` finished results for each task under way, the slowest is waited for.
* Stopping early leaves begun tasks to end by themselves.
*/
async function* mapInOrder(items, { ahead, task }) {
	const begun = [];
	let wake = () => {};
	const begin = (item) => {
		const entry = {
			result: task(item),
			isDone: false
		};
		const end = () => {
			entry.isDone = true;
			wake();
		};
		entry.result.then(end, end);
		begun.push(entry);
	};
	for (const item of items) {
		begin(item);
		for (;;) {
			const [first] = begun;
			if (first?.isDone === true) {
				begun.shift();
				yield await first.result;
			} else if (begun.filter(({ isDone }) => !isDone).length < ahead && begun.length < KEPT * ahead) break;
			else await new Promise((resolve) => wake = resolve);
		}
	}
	for (const { result } of begun) yield await result;
}
export { mapInOrder as t };
