/** A layer over the basket alone: the stations stay visible and the primary carries the layer's action. */

import type { ReactNode } from 'react';
import './Over.css';

export function Over(props: {
  readonly label: string;
  readonly head: ReactNode;
  readonly foot?: ReactNode;
  /** In the place of the lines alone, so that the total stays in sight. */
  readonly beside?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className={props.beside ? 'over beside' : 'over'} aria-label={props.label}>
      <div className="head">{props.head}</div>
      <div className="body">{props.children}</div>
      {props.foot && <div className="foot">{props.foot}</div>}
    </section>
  );
}
