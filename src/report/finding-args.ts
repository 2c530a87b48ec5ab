// Every code a finding can have, and the numbers and names its sentence is made from. Adding a code without a sentence
// does not compile.
import type { MetricFindingCode } from '../analysis/metrics.ts';
import type { CaveatFindings } from './finding-args/caveats.ts';
import type { CoverageFindings } from './finding-args/coverage.ts';
import type { EffectArgs, EffectFindings } from './finding-args/effects.ts';
import type { LooseningFindings } from './finding-args/loosening.ts';
import type { ReadingFindings } from './finding-args/readings.ts';
import type { RunFindings } from './finding-args/runs.ts';

/** A finding for each metric that got worse, and all others. */
export interface FindingArgs
  extends
    Readonly<Record<MetricFindingCode, EffectArgs>>,
    EffectFindings,
    LooseningFindings,
    ReadingFindings,
    CaveatFindings,
    CoverageFindings,
    RunFindings {
  /** Findings of one kind beyond those that are named, which is a code. */
  readonly moreLikeThese: { readonly likeCode: string; readonly more: number };
}

export type FindingCode = keyof FindingArgs;
