/** Which lines of a list that is higher than its room are in sight. Heights in pixels, from the top of the list. */

export interface Hidden {
  readonly above: number;
  readonly below: number;
}

export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** A line is in sight while its middle is. */
export function hiddenOf(rows: readonly Span[], seen: Span): Hidden {
  const middles = rows.map((row) => (row.top + row.bottom) / 2);
  return {
    above: middles.filter((middle) => middle <= seen.top).length,
    below: middles.filter((middle) => middle >= seen.bottom).length,
  };
}

/** What to leave free under the last line, so that with the list at its end no line is cut at the top. */
export function freeBelow(rows: readonly Span[], height: number): number {
  const end = rows.at(-1)?.bottom ?? 0;
  const first = rows.find((row) => end - row.top <= height);
  return end <= height || first === undefined ? 0 : height - (end - first.top);
}

/** Where the list must begin for a line to be whole in sight: always at the top of a line, the nearest that will do. */
export function beginFor(row: Span, rows: readonly Span[], seen: Span): number {
  if (row.top < seen.top) return row.top;
  const height = seen.bottom - seen.top;
  const least = Math.max(seen.top, row.bottom - height);
  return rows.find((one) => one.top >= least)?.top ?? row.top;
}
