/** A refused call, said where it belongs: what happened, whether money moved, what to do; the code last and small. */

import type { Fault } from '../../app/kernel/fault.ts';
import { type FaultWords, faultCode } from '../text/faults.ts';
import { useText } from '../text/index.ts';
import { IconButton } from './Button.tsx';
import './FaultNote.css';
import { Icon } from './Icon.tsx';

export function FaultNote(props: {
  readonly fault: Fault;
  /** Where the place knows better than the fault what it means for the money. */
  readonly words?: FaultWords;
  readonly onClose?: () => void;
}) {
  const text = useText();
  const words = props.words ?? text.fault(props.fault);
  const code = faultCode(props.fault);
  return (
    <div className="faultnote" role="alert">
      <Icon name="attention" />
      <div className="says">
        <p className="what">{words.says}</p>
        <p>
          {words.money && <b>{words.money} </b>}
          {words.next}
          {code && <span className="code second"> {code}</span>}
        </p>
      </div>
      {props.onClose && <IconButton icon="close" label={text.common.close} onPress={props.onClose} />}
    </div>
  );
}
