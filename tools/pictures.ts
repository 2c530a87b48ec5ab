// Which pictures README and docs have, and what of which page each shows. Another one is a line here.

export interface Picture {
  /** Its name in docs/. */
  readonly file: string;
  readonly page: 'conflict' | 'models' | 'analysis' | 'night' | 'repair';
  /** The address within the page. */
  readonly hash?: string;
  /** A part that is shown by itself; else the page from its top. */
  readonly element?: string;
  /** Pixels at most. */
  readonly height: number;
}

export const PICTURES: readonly Picture[] = [
  { file: 'report.png', page: 'conflict', height: 1290 },
  { file: 'report-spec.png', page: 'conflict', element: 'section:has(#spec)', height: 1250 },
  {
    file: 'report-scenario.png',
    page: 'models',
    hash: '#scenario/garden-pests_neutral',
    element: '.found.current',
    height: 1200,
  },
  { file: 'model-change.png', page: 'models', height: 1830 },
  { file: 'report-values.png', page: 'models', element: 'section:has(.values)', height: 950 },
  { file: 'analyze.png', page: 'analysis', height: 1400 },
  { file: 'repair.png', page: 'repair', height: 1500 },
  { file: 'night.png', page: 'night', height: 1500 },
];
