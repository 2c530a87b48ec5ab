// The part of GitHub's API that reads and writes git objects. Object ids are hashes of what the double needs to know.
import { createHash } from 'node:crypto';
import { forbidden, notFound, ok, type Route } from './github-reply.ts';
import type { GitHubState, TreeEntry } from './github-state.ts';
import type { Reply, Request } from './http.ts';

export function gitRoutes(state: GitHubState): Route[] {
  const blobs = new Map<string, string>();
  const trees = new Map<string, readonly TreeEntry[]>();
  const parents = new Map<string, string | undefined>();
  const writing = (answer: (request: Request) => Reply) => (_match: readonly string[], request: Request) =>
    state.mayWrite.has('contents') ? answer(request) : forbidden();

  return [
    [
      'GET',
      /^\/git\/trees\/([0-9a-f]+)$/,
      ([, sha = '']) => {
        const entries = state.trees.get(sha);
        if (entries === undefined) return notFound();
        const tree = entries.map(({ content, ...entry }) => {
          const oid = hash(content);
          blobs.set(oid, content);
          return { ...entry, sha: oid, size: Buffer.byteLength(content) };
        });
        return ok<'git-tree'>({ sha, tree, truncated: false });
      },
    ],
    [
      'GET',
      /^\/git\/blobs\/([0-9a-f]+)$/,
      ([, sha = '']) => {
        const content = blobs.get(sha);
        if (content === undefined) return notFound();
        return ok<'blob'>({ content: Buffer.from(content).toString('base64'), encoding: 'base64' });
      },
    ],
    [
      'GET',
      /^\/git\/ref\/heads\/(.+)$/,
      ([, branch = '']) => {
        const sha = state.branches.get(branch);
        return sha === undefined ? notFound() : ok<'git-ref'>({ object: { sha } });
      },
    ],
    [
      'POST',
      /^\/git\/blobs$/,
      writing((request) => {
        const content = Buffer.from((read(request) as { content: string }).content, 'base64').toString();
        blobs.set(hash(content), content);
        return created({ sha: hash(content) });
      }),
    ],
    [
      'POST',
      /^\/git\/trees$/,
      writing((request) => {
        const { tree, base_tree: base } = read(request) as {
          tree: { path: string; sha: string | null }[];
          base_tree?: string;
        };
        const added = tree.flatMap(({ path, sha }): readonly TreeEntry[] =>
          sha === null ? [] : [{ path, mode: '100644', type: 'blob', content: blobs.get(sha)! }],
        );
        // An entry without an object takes the path out of the base.
        const gone = new Set(tree.flatMap(({ path, sha }) => (sha === null ? [path] : [])));
        const before = base === undefined ? [] : state.trees.get(base)!;
        const entries = [...before.filter(({ path }) => !gone.has(path)), ...added];
        const sha = hash(JSON.stringify(entries));
        trees.set(sha, entries);
        return created({ sha });
      }),
    ],
    [
      'POST',
      /^\/git\/commits$/,
      writing((request) => {
        const fields = read(request) as { tree: string; message: string; parents: string[] };
        const sha = hash(JSON.stringify(fields));
        state.trees.set(sha, trees.get(fields.tree)!);
        parents.set(sha, fields.parents[0]);
        return created({ sha });
      }),
    ],
    [
      'POST',
      /^\/git\/refs$/,
      writing((request) => {
        const { ref, sha } = read(request) as { ref: string; sha: string };
        const branch = ref.replace('refs/heads/', '');
        if (state.branches.has(branch)) return { status: 422, body: { message: 'Reference already exists' } };
        state.branches.set(branch, sha);
        return created({ object: { sha } });
      }),
    ],
    [
      'PATCH',
      /^\/git\/refs\/heads\/(.+)$/,
      ([, branch = ''], request) => {
        if (!state.mayWrite.has('contents')) return forbidden();
        const { sha } = read(request) as { sha: string };
        if (parents.get(sha) !== state.branches.get(branch)) {
          return { status: 422, body: { message: 'Update is not a fast forward' } };
        }
        state.branches.set(branch, sha);
        return ok<'git-ref'>({ object: { sha } });
      },
    ],
  ];
}

function read(request: Request): unknown {
  return JSON.parse(request.body.toString());
}

function created(body: object): Reply {
  return { status: 201, body };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}
