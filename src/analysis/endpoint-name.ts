// The endpoints that can block, by name. A positive change is worse for each of them.

export const BLOCKING_ENDPOINTS = [
  'nonCompliance',
  'frequentNonCompliance',
  'rejections',
  'disagreement',
  'judgeAgreement',
] as const;
export type BlockingEndpoint = (typeof BLOCKING_ENDPOINTS)[number];
