// The Action's last step, also after a failed or cancelled gate: keep the answers that were paid for.
import { saveToCache } from './io/actions/cache.ts';
import { readInputs } from './io/actions/inputs.ts';
import { recallStore, type KeptStore } from './io/actions/kept-store.ts';
import { createGitHubClient } from './io/github/client.ts';
import { saveToBranch } from './io/github/store-branch.ts';
import { explainStoreRefusal } from './io/object-store/explain-refusal.ts';
import { removeFromObjects, sendSegments } from './io/object-store/keep-in-step.ts';
import { plural } from './render/format-numbers.ts';
import { safeLog } from './io/safe-log.ts';
import { takeStoreSecret } from './io/store/store-secret.ts';

// The cache client starts tar, and nothing is signed here.
takeStoreSecret();
try {
  const store = await recallStore();
  if (store !== undefined) safeLog(`stored answers: ${await keep(store)}`);
} catch (error) {
  // Never red: the verdict is main's.
  safeLog(`stored answers: not kept: ${String(error)}`);
}

async function keep(store: KeptStore): Promise<string> {
  if (store.kind === 'cache') {
    const saved = await saveToCache(store);
    if (saved.status === 'not-saved') return `not saved: ${saved.reason}`;
    const others = saved.merged === 0 ? '' : `, with ${saved.merged} segments that other runs saved meanwhile`;
    return `saved as ${saved.key}${others}`;
  }
  if (store.kind === 'objects') return sendToObjects(store);
  const { githubToken: token } = readInputs(process.env);
  if (token === undefined) return 'not saved: the store branch needs the input github-token';
  const { owner, repo, folder } = store;
  const client = await createGitHubClient({ token, owner, repo, baseUrl: process.env['GITHUB_API_URL'] });
  const saved = await saveToBranch(client, folder);
  return saved.status === 'done' ? `${saved.segments} segments pushed` : `not saved: ${saved.reason}`;
}

async function sendToObjects({ folder, location }: KeptStore & { readonly kind: 'objects' }): Promise<string> {
  const { openS3Folder } = await import('./io/object-store/s3-folder.ts');
  const objects = openS3Folder(location, process.env, 'policy');
  try {
    const sent = await sendSegments(objects, folder);
    const kept = await removeFromObjects(objects, folder);
    return [`${plural(sent, 'segment')} sent to ${location.url}`, kept].filter((part) => part !== undefined).join('; ');
  } catch (error) {
    return `not sent: ${explainStoreRefusal(error, location.url)}`;
  }
}
