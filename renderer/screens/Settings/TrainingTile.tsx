/** One choice of practising, of which one at most is on. */

import { Icon, type IconName } from '../../components/Icon.tsx';

export function TrainingTile(props: {
  readonly icon: IconName;
  readonly name: string;
  readonly what?: string;
  readonly on: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className="st-tile" aria-pressed={props.on} onClick={props.onPress}>
      <Icon name={props.icon} />
      <span className="st-words">
        <b>{props.name}</b>
        {props.what && <span className="st-sentence">{props.what}</span>}
      </span>
      {props.on && <Icon name="chosen" />}
    </button>
  );
}
