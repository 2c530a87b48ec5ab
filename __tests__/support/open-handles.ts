// Which files the code under test has opened and not closed: a handle that is left to the garbage collector is a bug.
import files, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

/** After each test of this file no handle that was opened through node:fs/promises may be open. */
export function expectClosedHandles(): void {
  const { open } = files;
  let opened: { readonly path: string; readonly handle: FileHandle }[] = [];
  const replace = (by: typeof open): void => {
    files.open = by;
    syncBuiltinESMExports();
  };
  beforeAll(() =>
    replace(async (path, ...rest) => {
      const handle = await open(path, ...rest);
      opened.push({ path: String(path), handle });
      return handle;
    }),
  );
  afterEach(() => {
    const left = opened.filter(({ handle }) => handle.fd >= 0);
    opened = [];
    expect(left.map(({ path }) => path)).toEqual([]);
  });
  afterAll(() => replace(open));
}
