// The Action's last step, also after a failed or cancelled gate: keep the answers that were paid for.
import { recallStore, saveStore } from './io/actions/cache.ts';
import { safeLog } from './io/safe-log.ts';

try {
  const store = await recallStore();
  if (store !== undefined) {
    const result = await saveStore(store);
    const text = result.status === 'saved' ? `saved as ${result.key}` : `not saved: ${result.reason}`;
    safeLog(`stored answers ${text}`);
  }
} catch (error) {
  safeLog(`stored answers not saved: ${String(error)}`);
}
