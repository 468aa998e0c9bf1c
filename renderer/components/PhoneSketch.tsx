/** A neutral drawing of a phone with a request on it. It never imitates the wallet's screens. */

import './PhoneSketch.css';

export function PhoneSketch(props: { readonly store: string; readonly sum: string }) {
  return (
    <div className="phonesketch" aria-hidden="true">
      <span className="ear" />
      <span className="row" />
      <div className="note">
        <b>{props.store}</b>
        <b className="nowrap">{props.sum}</b>
      </div>
      <span className="bar" />
    </div>
  );
}
