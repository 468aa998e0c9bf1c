/** Samples of one measured thing, and what is said of them: the middle and the spread, never a mean. */

export type Unit = 'µs' | 'ms' | 's' | 'MB' | '%' | 'times';

/** One line of the table. `values` are kept in the order in which they were taken. */
export interface Figure {
  /** Stable name, for comparing one run with another. */
  readonly key: string;
  readonly part: string;
  readonly what: string;
  readonly unit: Unit;
  readonly values: readonly number[];
}

/** A figure over the same figure of something bare, measured in turns with it. */
export interface Ratio {
  readonly key: string;
  readonly part: string;
  readonly what: string;
  readonly of: string;
  readonly to: string;
  /** Of the medians. */
  readonly ratio: number;
  /** Of the pairs that were taken in turn, the least and the largest; `null` for many short ones, where it says nothing. */
  readonly pairs: { readonly min: number; readonly max: number } | null;
}

/** What could not be measured here, and why. */
export interface Missing {
  readonly what: string;
  readonly why: string;
}

export interface Measured {
  readonly figures: readonly Figure[];
  readonly ratios: readonly Ratio[];
  readonly missing: readonly Missing[];
}

/** `share` from 0 to 1, by nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return sorted[rank] ?? Number.NaN;
}

/** The mean of the two middle values where there is no single one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** Fewest samples for which the quantile says more than the largest one does. */
const fewest = { p95: 20, p99: 100 } as const;

export interface Spread {
  readonly n: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** `null`: too few samples. */
  readonly p95: number | null;
  readonly p99: number | null;
}

export function spreadOf(values: readonly number[]): Spread {
  return {
    n: values.length,
    median: median(values),
    min: quantile(values, 0),
    max: quantile(values, 1),
    p95: values.length < fewest.p95 ? null : quantile(values, 0.95),
    p99: values.length < fewest.p99 ? null : quantile(values, 0.99),
  };
}

const mostPairs = 20;

export function ratioOf(what: string, of: Figure, to: Figure): Ratio {
  const pairs = of.values.map((value, at) => value / (to.values[at] ?? Number.NaN));
  return {
    key: `${of.key} / ${to.key}`,
    part: of.part,
    what,
    of: of.key,
    to: to.key,
    ratio: median(of.values) / median(to.values),
    pairs: pairs.length > mostPairs ? null : { min: Math.min(...pairs), max: Math.max(...pairs) },
  };
}

export function joined(parts: readonly Measured[]): Measured {
  return {
    figures: parts.flatMap((part) => part.figures),
    ratios: parts.flatMap((part) => part.ratios),
    missing: parts.flatMap((part) => part.missing),
  };
}
