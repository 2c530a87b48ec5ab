// The metrics that can block, by name. A positive change is worse for each of them.

export const BLOCKING_METRICS = [
  'nonCompliance',
  'frequentNonCompliance',
  'rejections',
  'disagreement',
  'judgeAgreement',
] as const;
export type BlockingMetric = (typeof BLOCKING_METRICS)[number];
