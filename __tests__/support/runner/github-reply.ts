// Replies of the GitHub double, with the fields that the API documents.
import type { components } from '@octokit/openapi-types';
import type { Reply, Request } from './http.ts';

export type Schemas = components['schemas'];
/** A part of what the API documents: enough for a double, and no field it does not have. */
export type PartOf<T> = T extends readonly (infer U)[]
  ? readonly PartOf<U>[]
  : T extends object
    ? { readonly [K in keyof T]?: PartOf<T[K]> | undefined }
    : T;

/** Answers requests of a method whose path (without the repository) matches. */
export type Route = readonly [
  method: string,
  path: RegExp,
  answer: (match: readonly string[], request: Request) => Reply,
];

/** One page of a list, with the Link header that leads to the next. */
export function page<Name extends keyof Schemas>(
  items: readonly PartOf<Schemas[Name]>[],
  { query, path, origin }: Request,
): Reply {
  const size = Number(query.get('per_page') ?? 30);
  const number = Number(query.get('page') ?? 1);
  const next = new URLSearchParams(query);
  next.set('page', String(number + 1));
  const more = number * size < items.length;
  return {
    status: 200,
    headers: more ? { link: `<${origin}${path}?${next.toString()}>; rel="next"` } : {},
    body: items.slice((number - 1) * size, number * size),
  };
}

export function ok<Name extends keyof Schemas>(body: PartOf<Schemas[Name]>): Reply {
  return { status: 200, body: body as object };
}

export function notFound(): Reply {
  return { status: 404, body: { message: 'Not Found' } };
}

export function forbidden(): Reply {
  return { status: 403, body: { message: 'Resource not accessible by integration' } };
}
