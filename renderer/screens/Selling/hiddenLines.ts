/** How many lines of a list are out of sight, above and below. */

export interface Hidden {
  readonly above: number;
  readonly below: number;
}

interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** `null` where the room holds the whole list. */
export function countHidden(room: Element, list: Element): Hidden | null {
  const rows = [...list.children].map((row) => row.getBoundingClientRect());
  if (list.scrollHeight <= room.clientHeight) return null;
  return hiddenOf(rows, list.getBoundingClientRect());
}

/** A line is in sight while its middle is. */
export function hiddenOf(rows: readonly Span[], seen: Span): Hidden {
  const middles = rows.map((row) => (row.top + row.bottom) / 2);
  return {
    above: middles.filter((middle) => middle <= seen.top).length,
    below: middles.filter((middle) => middle >= seen.bottom).length,
  };
}
