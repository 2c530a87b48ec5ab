// Whether a path in a folder leads out of it by symbolic links.
import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/** Where `path` leads, if by its words it lies below `folder` and by its links it does not. It need not be there yet. */
export function findWayOut(path: string, folder: string): string | undefined {
  if (!isBelow(resolve(path), resolve(folder))) return undefined;
  const real = realPathOf(resolve(path), MOST_LINKS);
  return isBelow(real, realpathSync(folder)) ? undefined : real;
}

/** As many as Linux follows. */
const MOST_LINKS = 40;

/** Links that lead to nothing yet are followed as well: a folder would be made there. */
function realPathOf(path: string, links: number): string {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isSymbolicLink() === true) {
    if (links === 0) return path;
    return realPathOf(resolve(realPathOf(dirname(path), links - 1), readlinkSync(path)), links - 1);
  }
  if (stats !== undefined) return realpathSync(path);
  const above = dirname(path);
  return above === path ? path : resolve(realPathOf(above, links), relative(above, path));
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
