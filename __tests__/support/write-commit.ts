// A commit of a plain working tree, written as git writes it but without starting git: that takes three processes, and starting
// one from a large test process costs more than all of git's work.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync, type BigIntStats } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';

export interface CommitFields {
  /** `Name <address> seconds zone`, of the author and of who commits. */
  readonly by: string;
  readonly message: string;
  /** What `.git/config` says in a repository that nobody has configured. */
  readonly config: string;
}

interface Entry {
  readonly path: string;
  readonly oid: string;
  readonly stats: BigIntStats;
}

/** A folder's files and folders by name. */
type Tree = Map<string, Tree | Entry>;

/**
 * Everything in the working tree as a new commit on the current branch; its id. Undefined, and nothing changed, where that takes
 * more than regular files under git's defaults: then git has to do it.
 */
export function writeCommit(repository: string, { by, message, config }: CommitFields): string | undefined {
  const own = (...names: readonly string[]): string => join(repository, '.git', ...names);
  const read = (name: string): string => (existsSync(own(name)) ? readFileSync(own(name), 'latin1') : '');
  const branch = /^ref: (refs\/heads\/\S+)\n$/.exec(read('HEAD'))?.[1];
  const isPlain = read('config') === config && /^\S+(?: \S+)*$/.test(message);
  if (!isPlain || branch === undefined || SPECIAL.some((name) => existsSync(own(name)))) return undefined;
  const ignored = readIgnored(repository);
  const files = ignored && listFiles(repository, { ignored, index: read('index') });
  if (files === undefined) return undefined;

  const store = (type: string, bytes: Uint8Array): string => writeObject(own('objects'), type, bytes);
  const entries = files.map(({ path, stats }) => ({
    path,
    stats,
    oid: store('blob', readFileSync(join(repository, path))),
  }));
  const tree = writeTree(asTree(entries), store);
  const parent = read(branch).trim();
  const lines = [`tree ${tree}`, ...(parent === '' ? [] : [`parent ${parent}`]), `author ${by}`, `committer ${by}`];
  const oid = store('commit', Buffer.from(`${lines.join('\n')}\n\n${message}\n`));
  writeFileSync(own('index'), indexOf(entries));
  mkdirSync(dirname(own(branch)), { recursive: true });
  writeFileSync(own(branch), `${oid}\n`);
  return oid;
}

/** What changes how a file is stored, where refs are, or what a commit is. */
const SPECIAL = [
  'packed-refs',
  'hooks',
  'info',
  'shallow',
  'MERGE_HEAD',
  'index.lock',
  'modules',
  'objects/info/alternates',
];

/** Names of folders at the top that are left out; undefined where `.gitignore` says anything else. */
function readIgnored(repository: string): ReadonlySet<string> | undefined {
  const file = join(repository, '.gitignore');
  const lines = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
  return lines.every((line) => /^[\w-][\w.-]*\/$/.test(line))
    ? new Set(lines.map((line) => line.slice(0, -1)))
    : undefined;
}

/** Undefined where one is no regular file, can be executed, or says how git treats others. */
function listFiles(
  repository: string,
  { ignored, index }: { readonly ignored: ReadonlySet<string>; readonly index: string },
): readonly Omit<Entry, 'oid'>[] | undefined {
  const files: Omit<Entry, 'oid'>[] = [];
  const visit = (folder: string): boolean =>
    readdirSync(join(repository, folder)).every((name) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (path === '.git') return true;
      if (name === '.git' || name === '.gitattributes' || (name === '.gitignore' && folder !== '')) return false;
      const stats = lstatSync(join(repository, path), { bigint: true });
      // A folder of an ignored name has no say below the top, and what it holds is left out unless git knows it already.
      if (stats.isDirectory() && ignored.has(name)) return folder === '' && !index.includes(`${name}/`);
      if (stats.isDirectory()) return visit(path);
      files.push({ path, stats });
      return stats.isFile() && (Number(stats.mode) & 0o111) === 0;
    });
  return visit('') ? files : undefined;
}

function asTree(entries: readonly Entry[]): Tree {
  const root: Tree = new Map();
  for (const entry of entries) {
    const folders = entry.path.split('/');
    const name = folders.pop()!;
    let tree = root;
    for (const folder of folders) {
      const next = (tree.get(folder) as Tree | undefined) ?? new Map();
      tree.set(folder, next);
      tree = next;
    }
    tree.set(name, entry);
  }
  return root;
}

function writeTree(tree: Tree, store: (type: string, bytes: Uint8Array) => string): string {
  const rows = [...tree].map(([name, child]) => {
    const isTree = child instanceof Map;
    const oid = isTree ? writeTree(child, store) : child.oid;
    return {
      // A folder stands where its name with a slash would.
      order: Buffer.from(isTree ? `${name}/` : name),
      bytes: Buffer.concat([Buffer.from(`${isTree ? '40000' : '100644'} ${name}\0`), Buffer.from(oid, 'hex')]),
    };
  });
  rows.sort((one, other) => Buffer.compare(one.order, other.order));
  return store('tree', Buffer.concat(rows.map(({ bytes }) => bytes)));
}

function writeObject(folder: string, type: string, bytes: Uint8Array): string {
  const content = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
  const oid = createHash('sha1').update(content).digest('hex');
  const file = join(folder, oid.slice(0, 2), oid.slice(2));
  if (existsSync(file)) return oid;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, deflateSync(content, { level: 1 }), { mode: 0o444 });
  return oid;
}

/** The index, version 2, with what the files look like now, so that git need not read them again. */
function indexOf(entries: readonly Entry[]): Buffer {
  const named = entries.map((entry) => ({ ...entry, name: Buffer.from(entry.path) }));
  named.sort((one, other) => Buffer.compare(one.name, other.name));
  const head = Buffer.concat([Buffer.from('DIRC'), numbers([2, named.length])]);
  const rows = named.map(({ name, oid, stats }) => {
    const { ctimeNs, mtimeNs, dev, ino, uid, gid, size } = stats;
    const times = [ctimeNs, mtimeNs].flatMap((time) => [time / SECOND, time % SECOND]);
    const fixed = numbers([...times, dev, ino, 0o100644, uid, gid, size]);
    const flags = Buffer.alloc(2);
    flags.writeUInt16BE(Math.min(name.length, 0xfff));
    const row = Buffer.concat([fixed, Buffer.from(oid, 'hex'), flags, name]);
    return Buffer.concat([row, Buffer.alloc(8 - (row.length % 8))]);
  });
  const body = Buffer.concat([head, ...rows]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
}

const SECOND = 1_000_000_000n;

/** Each as its lower 32 bits. */
function numbers(values: readonly (bigint | number)[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries())
    bytes.writeUInt32BE(Number(BigInt.asUintN(32, BigInt(value))), 4 * index);
  return bytes;
}
