// Numbers as people read them. A share is shown in percent, a change of shares in points, everything else with two decimals.
import { pluralForm } from './plural-form.ts';
import type { Wording } from './sentence.ts';

/** A share: 0.3125 -> `31 %`; below 10 % one decimal where it says something: 0.024 -> `2.4 %`. */
export function percent(share: number): Wording {
  return `${number(share * 100)} %` as Wording;
}

/** A change of shares in points, signed: 0.17 -> `+17`, -0.004 -> `−0.4`. */
export function signedPoints(change: number): Wording {
  return signed(change, number(Math.abs(change) * 100));
}

/** A change of shares in points without a plus: 0.05 -> `5`. */
export function points(change: number): Wording {
  return number(change * 100) as Wording;
}

/** An interval of a change of shares in points: [0.08, 0.26] -> `8 to 26`. No change of shares is beyond 100. */
export function pointsRange([low, high]: readonly [number, number]): Wording {
  const ends = [Math.max(-1, low), Math.min(1, high)] as const;
  const [from, to] = ends.map((end) => points(end));
  if (from !== to || ends[0] === ends[1]) return `${from} to ${to}` as Wording;
  // A narrow range whose ends round alike would read as no range at all.
  const [nearFrom, nearTo] = ends.map((end) => withSign(end, (100 * Math.abs(end)).toFixed(1)));
  return (nearFrom === nearTo ? `${from} to ${to}` : `${nearFrom} to ${nearTo}`) as Wording;
}

function withSign(value: number, shown: string): string {
  return value < 0 && Number(shown) !== 0 ? `−${shown}` : shown;
}

/** A statistic: 1.0234 -> `1.02`. */
export function decimal(value: number): Wording {
  const rounded = Math.abs(value).toFixed(2);
  return (value < 0 && rounded !== '0.00' ? `−${rounded}` : rounded) as Wording;
}

/** A change of a statistic, signed: 0.291 -> `+0.29`. */
export function signedDecimal(value: number): Wording {
  return signed(value, Math.abs(value).toFixed(2));
}

/** A p value: 0.0021 -> `0.002`, 0.0000004 -> `< 0.001`. */
export function pValue(p: number): Wording {
  return (p < 0.001 ? '< 0.001' : p.toFixed(p < 0.1 ? 3 : 2)) as Wording;
}

/** A p value for people who read none elsewhere: 0.0002 -> `chance alone would do this less than once in 1,000 times (p < 0.001)`. */
export function byChance(p: number): Wording {
  const often =
    p < 0.001
      ? 'less than once in 1,000 times'
      : p < 0.1
        ? `about once in ${count(Number((1 / p).toPrecision(2)))} times`
        : `about ${count(p * 100)} times in 100`;
  return `chance alone would do this ${often} (p ${pValue(p)})` as Wording;
}

/** A number that somebody set, as they would write it: 1.5 -> `1.5`. */
export function asSet(value: number): Wording {
  return String(value) as Wording;
}

/** A whole number with thousands separators: 1152 -> `1,152`. */
export function count(value: number): Wording {
  return String(Math.round(value)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',') as Wording;
}

/** Dollars: 1.9 -> `$1.90`, 0.004 -> `under $0.01`. */
export function dollars(usd: number): Wording {
  if (usd > 0 && usd < 0.01) return 'under $0.01' as Wording;
  const [whole, cents] = usd.toFixed(2).split('.');
  return `$${count(Number(whole))}.${cents}` as Wording;
}

/** `1 scenario`, `1,152 scenarios`. */
export function plural(value: number, singular: string, many = `${singular}s`): Wording {
  return `${count(value)} ${pluralForm(value, singular, many)}` as Wording;
}

function number(value: number): string {
  const size = Math.abs(value);
  const digits = size < 9.95 ? size.toFixed(1).replace(/\.0$/, '') : size.toFixed(0);
  return value < 0 && digits !== '0' ? `−${digits}` : digits;
}

function signed(value: number, size: string): Wording {
  return (Number(size) === 0 ? '0' : `${value < 0 ? '−' : '+'}${size}`) as Wording;
}
