/** Solid yellow with hatched ends: nothing here is real money. The only yellow in the product. */

import { useId } from 'react';
import { Icon } from './Icon.tsx';
import './TrainingRibbon.css';

export function TrainingRibbon(props: { readonly name: string; readonly sentence: string }) {
  return (
    <div className="trainingribbon" role="note">
      <Hatch />
      <p>
        <Icon name="training" />
        <b>{props.name}</b>
        <span>{props.sentence}</span>
      </p>
      <Hatch />
    </div>
  );
}

function Hatch() {
  const id = useId();
  return (
    <svg className="hatch" aria-hidden="true">
      <defs>
        <pattern id={id} width="20" height="20" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="10" height="20" fill="var(--on-training)" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
