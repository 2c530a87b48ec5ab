// The shipped taxonomy: which category a value belongs to.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseValues } from '../scenarios/values/parse-values.ts';

const TAXONOMY = 'fixtures/values.yml';

/** Value (lower case) -> category. Empty where the package came without its fixtures: values then stand for themselves. */
export async function readValueCategories(packageRoot: string): Promise<ReadonlyMap<string, string>> {
  const path = join(packageRoot, TAXONOMY);
  if (!existsSync(path)) return new Map();
  return categoriesOf({ file: 'values.yml', text: readFileSync(path, 'utf8') });
}

/** @throws UserError for a text that is no taxonomy. */
export async function categoriesOf(source: {
  readonly file: string;
  readonly text: string;
}): Promise<ReadonlyMap<string, string>> {
  const values = await parseValues(source);
  return new Map(values.map(({ name, category }) => [name.toLowerCase(), category ?? name]));
}
