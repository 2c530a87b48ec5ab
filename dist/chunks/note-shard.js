import { a as SYSTEM_CLOCK } from "./action-stats-check.js";
import { n as writeShardNote } from "./shard-notes.js";
/** Nothing where the command did the whole of it. */
function noteShard(shard, note, { storeFolder }) {
	if (shard !== void 0) writeShardNote(storeFolder, {
		...note,
		...shard
	}, new Date(SYSTEM_CLOCK.now()));
}
export { noteShard as t };
