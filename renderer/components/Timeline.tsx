/** What happened, line by line: mark, fact, time. Green is what is done or proven, and nothing else. */

import { Icon, type IconName } from './Icon.tsx';
import './Timeline.css';

export interface TimelineRow {
  readonly key: string;
  readonly icon: IconName;
  readonly fact: string;
  /** As shown; `null` while it is under way. */
  readonly time: string | null;
}

export function Timeline({ rows }: { readonly rows: readonly TimelineRow[] }) {
  return (
    <ol className="timeline">
      {rows.map((row) => (
        <li key={row.key}>
          <Icon name={row.icon} {...(row.icon === 'done' && { className: 'done' })} />
          <span>{row.fact}</span>
          {row.time !== null && <time>{row.time}</time>}
        </li>
      ))}
    </ol>
  );
}
