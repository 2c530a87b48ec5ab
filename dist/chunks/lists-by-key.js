/** Adds to the key's list, which it begins where there is none. */
function addToList(lists, key, item) {
	const list = lists.get(key);
	if (list === void 0) lists.set(key, [item]);
	else list.push(item);
}
export { addToList as t };
