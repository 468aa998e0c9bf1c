/** One line of the basket. The chosen one opens its stepper and its bin; a locked one has neither. */

import { Amount } from '../../components/Amount.tsx';
import { IconButton } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useStores } from '../../stores/context.tsx';
import { useText } from '../../text/index.ts';
import './BasketLine.css';
import type { Action, LineModel } from './modelTypes.ts';

export function BasketLine(props: {
  readonly line: LineModel;
  readonly frozen: boolean;
  readonly act: (action: Action) => Promise<void>;
}) {
  const { line, frozen, act } = props;
  const { selling } = useText();
  const { view } = useStores();
  const change = (quantity: number) => void act({ do: 'setQuantity', lineId: line.id, quantity });
  const typeQuantity = () => {
    view.setState({ chosenLine: line.id });
    void act({ do: 'open', layer: 'quantity' });
  };
  return (
    <li className={line.chosen ? 'basketline chosen' : 'basketline'} data-line={line.id}>
      {frozen ? (
        <span className="quantity">{line.quantity}</span>
      ) : line.chosen ? (
        <span className="stepper">
          <IconButton icon="minus" label={selling.fewer} outlined onPress={() => change(line.quantity - 1)} />
          <button
            type="button"
            className="quantity bare"
            aria-label={selling.quantityOf(line.quantity, line.name)}
            onClick={typeQuantity}
          >
            {line.quantity}
          </button>
          <IconButton icon="plus" label={selling.more} outlined onPress={() => change(line.quantity + 1)} />
        </span>
      ) : (
        <button
          type="button"
          className="quantity"
          aria-label={selling.quantityOf(line.quantity, line.name)}
          onClick={typeQuantity}
        >
          {line.quantity}
        </button>
      )}
      <Words line={line} frozen={frozen} act={act} />
      {line.chosen && (
        <IconButton
          icon="remove"
          label={selling.removeLine(line.name)}
          onPress={() => void act({ do: 'remove', lineId: line.id })}
        />
      )}
      <span className="total">
        <Amount value={line.total} unit={false} />
      </span>
    </li>
  );
}

function Words({ line, frozen, act }: Parameters<typeof BasketLine>[0]) {
  const words = (
    <>
      <span className="name">{line.name}</span>
      {(line.facts.length > 0 || line.saving !== null || line.discount !== null) && (
        <span className="facts">
          {line.facts.map((fact) => (
            <span key={fact} className="fact">
              {fact}
            </span>
          ))}
          {line.saving && (
            <span className="saving">
              <Icon name="member" />
              {line.saving}
            </span>
          )}
          {line.discount && <span>{line.discount}</span>}
        </span>
      )}
    </>
  );
  if (frozen || line.chosen) return <span className="words">{words}</span>;
  return (
    <button
      type="button"
      className="words"
      tabIndex={-1}
      onClick={() => void act({ do: 'chooseLine', lineId: line.id })}
    >
      {words}
    </button>
  );
}
