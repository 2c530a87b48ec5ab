// What every model must do, whatever stands behind it: one suite for simulated, recorded and live ones.
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/core/canonical-json.ts';
import type { CompletionRequest, Model } from '../../src/models/model.ts';

export interface ContractSubject {
  readonly model: Model;
  /** Two requests that it can answer: plain text, and JSON in a format. */
  readonly text: CompletionRequest;
  readonly json: CompletionRequest;
}

/** Declares the suite; `create` is called once per test and may start what the model needs. */
export function describeModelContract(
  name: string,
  create: () => Promise<ContractSubject & { readonly close?: () => Promise<void> }>,
): void {
  const run = async (check: (subject: ContractSubject) => Promise<void>): Promise<void> => {
    const subject = await create();
    try {
      await check(subject);
    } finally {
      await subject.close?.();
    }
  };
  const options = { signal: new AbortController().signal };

  describe(`${name} keeps the model contract`, () => {
    it('gives a whole answer with its usage in whole tokens', () =>
      run(async ({ model, text }) => {
        const completion = await model.complete(text, options);
        expect(completion.finish).toBe('stop');
        expect(completion.text).not.toBe('');
        for (const count of Object.values(completion.usage)) {
          expect(Number.isInteger(count) && count >= 0).toBe(true);
        }
        expect(completion.usage.inputTokens).toBeGreaterThanOrEqual(completion.usage.cachedInputTokens);
      }));

    it('answers with JSON where a format is asked for', () =>
      run(async ({ model, json }) => {
        const completion = await model.complete(json, options);
        expect(JSON.parse(completion.text)).toBeTypeOf('object');
      }));

    it('gives a completion that survives the store', () =>
      run(async ({ model, text }) => {
        const completion = await model.complete(text, options);
        expect(JSON.parse(canonicalJson({ ...completion, usage: { ...completion.usage } }))).toEqual(completion);
      }));

    it('leaves the request as it was', () =>
      run(async ({ model, json }) => {
        const before = structuredClone(json);
        await model.complete(json, options);
        expect(json).toEqual(before);
      }));

    it('rejects with CallError "aborted" under an aborted signal', () =>
      run(async ({ model, text }) => {
        const answer = model.complete(text, { signal: AbortSignal.abort() });
        await expect(answer).rejects.toMatchObject({ name: 'CallError', kind: 'aborted' });
      }));
  });
}
