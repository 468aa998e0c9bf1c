/**
 * A development page that shows any screen in any state:
 * `gallery.html?show=cashier-waiting&theme=dark&lang=en&size=150&hand=left&profile=training`.
 * Without `show` it lists what there is.
 *
 * Every `cashier*.tsx`, `customer*.tsx`, `settings*.tsx`, `payments*.tsx`, `day*.tsx` and `machine*.tsx` beside this file exports `pictures`: a name and what to draw.
 */

import type { ReactNode } from 'react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/index.css';

export type Pictures = Readonly<Record<string, () => ReactNode>>;

const modules = import.meta.glob<{ readonly pictures?: Pictures }>(
  ['./cashier*.tsx', './customer*.tsx', './settings*.tsx', './payments*.tsx', './day*.tsx', './machine*.tsx'],
  {
    eager: true,
  },
);
const pictures: Pictures = Object.assign({}, ...Object.values(modules).map((one) => one.pictures ?? {}));

const asked = new URLSearchParams(location.search);
const show = asked.get('show');
const root = document.documentElement;
root.setAttribute('data-theme', asked.get('theme') ?? 'light');
root.setAttribute('data-size', asked.get('size') ?? '100');
root.setAttribute('data-hand', asked.get('hand') ?? 'right');
root.lang = asked.get('lang') ?? 'nb';

function List() {
  return (
    <nav className="gallerylist">
      <ul>
        {Object.keys(pictures).map((name) => (
          <li key={name}>
            <a href={`?show=${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const picture = show === null ? undefined : pictures[show];
const mount = document.getElementById('root');
if (mount !== null) createRoot(mount).render(<StrictMode>{picture ? picture() : <List />}</StrictMode>);
