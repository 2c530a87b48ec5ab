// Where the reports go: a folder of the checkout, and nowhere that a link in the checkout points to.
import { mkdirSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { ActionWorld } from './world.ts';

/** Makes the folder of `output-dir`. @throws UserError for one outside of the checkout and the job's temporary folder. */
export function openOutputFolder({ root, temp, inputs }: Pick<ActionWorld, 'root' | 'temp' | 'inputs'>): string {
  const folder = resolve(root, inputs.outputDir);
  mkdirSync(folder, { recursive: true });
  const real = realpathSync(folder);
  if (![root, temp].some((allowed) => isInside(realpathSync(allowed), real))) {
    throw new UserError({
      message: `input output-dir: ${inputs.outputDir} lies outside of the checkout`,
      hint: 'name a folder below it, such as spec-gate-report',
    });
  }
  return folder;
}

function isInside(parent: string, path: string): boolean {
  const way = relative(parent, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}
