// The unit of evidence lives with the stage that makes it.
export type { Arm, Cell, Stage } from '../evaluation/cell.ts';
