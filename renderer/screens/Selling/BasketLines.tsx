/** The lines of the basket. The chosen or newest one is kept in sight; what room is too short for is counted. */

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '../../components/Icon.tsx';
import { useText } from '../../text/index.ts';
import { BasketLine } from './BasketLine.tsx';
import { beginFor, freeBelow, type Hidden, hiddenOf, type Span } from './hiddenLines.ts';
import type { Action, BasketModel } from './modelTypes.ts';

export function BasketLines(props: {
  readonly model: BasketModel;
  readonly act: (action: Action) => Promise<void>;
}) {
  const { model, act } = props;
  const { selling } = useText();
  const list = useRef<HTMLUListElement>(null);
  const chosen = model.lines.find((line) => line.chosen)?.id ?? model.lines.at(-1)?.id ?? '';
  const { room, hidden, count } = useHidden(list, chosen, model.lines.length);
  const to = (end: 'top' | 'bottom') => () =>
    list.current?.scrollTo({ top: end === 'top' ? 0 : list.current.scrollHeight });
  return (
    <div className="basketlines" ref={room}>
      {hidden !== null && (
        <div className="morelines">
          {hidden.above > 0 && (
            <button type="button" aria-label={selling.linesAbove(hidden.above)} onClick={to('top')}>
              {selling.moreLines(hidden.above)}
              <Icon name="up" />
            </button>
          )}
          {hidden.below > 0 && (
            <button type="button" aria-label={selling.linesBelow(hidden.below)} onClick={to('bottom')}>
              {selling.moreLines(hidden.below)}
              <Icon name="down" />
            </button>
          )}
        </div>
      )}
      <ul ref={list} onScroll={count}>
        {model.lines.map((line) => (
          <BasketLine key={line.id} line={line} frozen={model.frozen} act={act} />
        ))}
      </ul>
    </div>
  );
}

/** `null` while every line has room. The note about the others takes its place once and for all, so nothing jumps. */
function useHidden(list: RefObject<HTMLUListElement | null>, chosen: string, lines: number) {
  const room = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState<Hidden | null>(null);
  const short = hidden !== null;

  const count = () => {
    if (list.current === null || room.current === null) return;
    const rows = rowsOf(list.current);
    const fits = (rows.at(-1)?.bottom ?? 0) <= room.current.clientHeight;
    const now = fits ? null : hiddenOf(rows, seenOf(list.current));
    setHidden((before) => (before?.above === now?.above && before?.below === now?.below ? before : now));
  };
  const show = () => {
    const lines = list.current;
    if (lines === null) return;
    const rows = rowsOf(lines);
    const at = [...lines.children].findIndex((line) => line.getAttribute('data-line') === chosen);
    const row = rows[at];
    lines.style.paddingBottom = `${freeBelow(rows, lines.clientHeight)}px`;
    if (row !== undefined) lines.scrollTop = beginFor(row, rows, seenOf(lines));
    count();
  };
  const latest = useRef(show);
  latest.current = show;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new or another chosen line must come into sight
  useLayoutEffect(show, [chosen, lines, short]);
  useEffect(() => {
    // A banner or another window takes room away; what the cashier looks at stays in sight all the same.
    const watch = new ResizeObserver(() => latest.current());
    if (room.current !== null) watch.observe(room.current);
    return () => watch.disconnect();
  }, []);
  return { room, hidden, count };
}

function rowsOf(list: Element): readonly Span[] {
  const { top } = list.getBoundingClientRect();
  return [...list.children].map((line) => {
    const box = line.getBoundingClientRect();
    return { top: box.top - top + list.scrollTop, bottom: box.bottom - top + list.scrollTop };
  });
}

function seenOf(list: Element): Span {
  return { top: list.scrollTop, bottom: list.scrollTop + list.clientHeight };
}
