/** The key printed on a button. Not read aloud: `aria-keyshortcuts` of the button tells it. */

import './Keycap.css';

export function Keycap({ children }: { readonly children: string }) {
  return (
    <span className="keycap" aria-hidden="true">
      {children}
    </span>
  );
}
