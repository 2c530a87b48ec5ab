// Whether a refusal is about a parameter's value: another one would do, and that is for the user to say. Then it is not left out.
import { OWN_CAP_DROPPED } from './output-cap.ts';
import { BOUNDS_DROPPED } from './structured-reply.ts';

const ABOUT_A_VALUE =
  /[<>]=? ?-?\d|between|at (most|least)|\brange\b|\[-?\d[\d.]*, ?-?\d|less than|greater than|above_max|below_min|maximum|minimum/i;

/** `isAboutValue('temperature dropped', 'temperature must be between 0 and 1')`; not of one that is "not supported". */
export function isAboutValue(feature: string, said: string): boolean {
  return feature.endsWith(' dropped') && feature !== OWN_CAP_DROPPED && feature !== BOUNDS_DROPPED
    ? ABOUT_A_VALUE.test(said) && !/unsupported|not support/i.test(said)
    : false;
}
