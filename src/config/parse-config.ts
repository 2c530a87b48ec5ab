// Reads spec-gate.yml: all problems at once, each with its line and column and, where one is near, the name meant.
import { refuseDeepNesting } from '../core/deep-nesting.ts';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { UserError, type Place } from '../core/errors.ts';
import { everyModelOf, FREE } from '../models/cost/prices.ts';
import { isLoopback, secretVariables } from '../models/provider.ts';
import { isLive } from '../models/provider-kind.ts';
import { crossCheck } from './cross-check.ts';
import { describeIssue } from './describe-issue.ts';
import { ConfigSchema, type Config } from './schema.ts';

const MAX_BYTES = 1024 * 1024;
const MAX_ALIASES = 50;

/** @throws UserError with every problem found in the text. */
export function parseConfig(source: { file: string; text: string }): Config {
  const { file, text } = source;
  if (text.length > MAX_BYTES)
    throw new UserError({ message: `the config is larger than ${MAX_BYTES} bytes`, place: { file } });
  refuseDeepNesting(source);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    throw new UserError(
      document.errors.map((error) => ({ message: firstLine(error.message), place: placeAt(error.pos[0]) })),
    );
  }
  const value = readValue(document, file);
  const checked = ConfigSchema.safeParse(value);
  const problems = checked.success
    ? crossCheck(checked.data)
    : checked.error.issues.flatMap((issue) => describeIssue(issue, value));
  if (problems.length > 0) {
    const placed = problems.map(({ path, ...problem }) => ({ offset: offsetOf(document, path), problem }));
    placed.sort((a, b) => a.offset - b.offset);
    throw new UserError(placed.map(({ offset, problem }) => ({ ...problem, place: placeAt(offset) })));
  }
  return withProviderPrices(checked.data!);
}

/**
 * A provider's price is that of all its models that have none of their own. On this machine and without a key they cost
 * nothing; with one, what answers there may be a gateway to somebody who sends a bill.
 */
function withProviderPrices(config: Config): Config {
  const prices = Object.entries(config.providers).flatMap(([name, provider]) => {
    if (!isLive(provider)) return [];
    const { kind, baseUrl = '', apiKeyEnv, headersEnv } = provider;
    const isOwn = isLoopback(baseUrl) && secretVariables({ kind, baseUrl, apiKeyEnv, headersEnv }).length === 0;
    const price = provider.price ?? (isOwn ? FREE : undefined);
    return price === undefined ? [] : [[everyModelOf(name), price] as const];
  });
  return prices.length === 0 ? config : { ...config, prices: { ...Object.fromEntries(prices), ...config.prices } };
}

function readValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {};
  } catch (error) {
    throw new UserError({ message: `the YAML cannot be read: ${(error as Error).message}`, place: { file } });
  }
}

/** The offset of the key (for an unknown option) or value at a path, or of the nearest thing above it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const items = (
      parent as { items?: readonly { key?: { value?: unknown; range?: [number, number, number] } }[] } | undefined
    )?.items;
    const pair = items?.find((item) => item.key?.value === path[length - 1]);
    if (pair?.key?.range !== undefined) return pair.key.range[0];
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range !== undefined) return node.range[0];
  }
  return 0;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]!;
}
