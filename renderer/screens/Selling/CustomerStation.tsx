/** Draws the Customer station. */

import { Button, IconButton } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Station } from '../../components/Station.tsx';
import { useStores } from '../../stores/context.tsx';
import { useText } from '../../text/index.ts';
import { Mask } from './Mask.tsx';
import type { Action, CustomerModel } from './modelTypes.ts';

export function CustomerStation(props: {
  readonly model: CustomerModel;
  readonly act: (action: Action) => Promise<void>;
}) {
  const { model, act } = props;
  const { selling } = useText();
  const { view } = useStores();
  return (
    <Station
      name={selling.customer}
      mark={model.mark}
      icon={model.icon}
      sheet={model.sheet}
      {...(model.chip && { chip: model.chip })}
    >
      {model.headline && (
        <div className="who">
          <h2 className="headline">
            {model.headline.words} {model.headline.mask && <Mask of={model.headline.mask} />}
          </h2>
          {model.mayClear && model.code === null && (
            <IconButton
              icon="close"
              label={selling.clearCustomer}
              onPress={() => void act({ do: 'clearCustomer' })}
            />
          )}
          {model.code && (
            <p className="comparison">
              <span className="label">{selling.sameCode}</span>
              <span className="code">{model.code}</span>
            </p>
          )}
        </div>
      )}
      {model.sentence && <p className="sentence">{model.sentence}</p>}
      {model.saving && (
        <p className="sentence">
          {model.saving.before}
          <b>{model.saving.strong}</b>
          {model.saving.after}
        </p>
      )}
      {model.checkIn && (
        <p className="checkinends" role="status">
          <Icon name="ranOut" />
          <span>
            {model.checkIn.says}
            {model.checkIn.comfort && <span className="comfort"> {model.checkIn.comfort}</span>}
          </span>
        </p>
      )}
      {model.fault && <FaultNote fault={model.fault} onClose={() => view.setState({ fault: null })} />}
      {model.buttons.length > 0 && (
        <div className="acts">
          {model.buttons.map((button) => (
            <Button
              key={button.label}
              size="small"
              icon={button.icon}
              look={button.look ?? 'outline'}
              {...(button.keycap && { keycap: button.keycap })}
              onPress={() => void act(button.action)}
            >
              {button.label}
            </Button>
          ))}
        </div>
      )}
    </Station>
  );
}
