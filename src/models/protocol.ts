// What one protocol does its own way: how a request is written for it, and how its server refuses.
import type { CallOptions, Completion, CompletionRequest } from './model.ts';
import type { ProviderDetail } from './transport/provider-error.ts';

/** Things learned, as they are recorded on answers: `temperature dropped`, `json_schema -> json_object`. */
export type Learned = ReadonlySet<string>;

export interface Prepared<Body> {
  readonly body: Body;
  /** Which of the things learned changed this request. */
  readonly adapted: readonly string[];
}

/** What one protocol does its own way. */
export interface Protocol<Body> {
  prepare(request: CompletionRequest, learned: Learned): Prepared<Body>;
  /** @throws CallError */
  send(body: Body, options: CallOptions): Promise<Completion>;
  /** Everything in a prepared request that some server refuses, as lessons: doing without it. Those that cost least first. */
  features(body: Body, request: CompletionRequest): readonly string[];
  /** Of the features those that a refusal's words speak of, and those that may be tried after it at all. */
  named(detail: ProviderDetail, features: readonly string[]): readonly string[];
  open(detail: ProviderDetail, features: readonly string[]): readonly string[];
  /** The next way to ask for JSON after a reply that is none; undefined after the last. */
  nextFormat(learned: Learned): string | undefined;
}
