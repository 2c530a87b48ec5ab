// The Action's outputs: enums, numbers and one path, never text from a spec or a model.

/** `undefined` outputs are not written. Shares are 0 to 1, money is US dollars. */
export interface ActionOutputs {
  readonly verdict: 'pass' | 'fail' | 'inconclusive' | 'none';
  /** `accepted` where an approver stands behind what blocks. Default `none`. */
  readonly resolution?: 'accepted' | 'none';
  readonly reportPath?: string | undefined;
  readonly nonCompliance?: number | undefined;
  readonly disagreement?: number | undefined;
  readonly interpretation?: number | undefined;
  readonly newOutliers?: number | undefined;
  readonly findingsCount?: number | undefined;
  readonly calls?: number | undefined;
  readonly costUsd?: number | undefined;
}

/** Writes the output `comment-id` where there is a comment. */
export async function writeCommentId(id: number | undefined): Promise<void> {
  const { setOutput } = await import('@actions/core');
  if (id !== undefined) setOutput('comment-id', id);
}

/** Writes the output `exit-code`, which every run has. */
export async function writeExitCode(code: number): Promise<void> {
  const { setOutput } = await import('@actions/core');
  setOutput('exit-code', code);
}

/** Writes the output `cache-hit`: whether any stored answers were found. */
export async function writeCacheHit(isHit: 'true' | 'false'): Promise<void> {
  const { setOutput } = await import('@actions/core');
  setOutput('cache-hit', isHit);
}

/** Writes the outputs under their kebab-case names (`nonCompliance` is `non-compliance`). */
export async function writeOutputs(outputs: ActionOutputs): Promise<void> {
  const { setOutput } = await import('@actions/core');
  for (const [name, value] of Object.entries({ resolution: 'none', ...outputs })) {
    if (value !== undefined)
      setOutput(
        name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        value,
      );
  }
}
