/** The machine was told something else of what the manager is typing: both stand here, and one of them is chosen. */

import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { type MachinePageText, machinePageText } from '../../text/machinePage.ts';
import type { SlotTexts, StockRow } from './stock.ts';

export function StockAsk(props: {
  readonly rows: readonly StockRow[];
  readonly onTold: () => void;
  readonly onTyped: () => void;
}) {
  const t = useTextOf(machinePageText);
  const asks = props.rows.filter((row) => row.asks);
  if (asks.length === 0) return null;
  return (
    <div className="mc-choice" role="alert">
      <p className="mc-phase">
        <Icon name="attention" />
        {t.toldMeanwhile}
      </p>
      <ul>
        {asks.map(({ sku, name, told, now }) => (
          <li key={sku}>{fill(t.toldAndTyped, { name, told: inWords(told, t), typed: inWords(now, t) })}</li>
        ))}
      </ul>
      <div>
        <Button icon="again" onPress={props.onTold}>
          {t.takeTold}
        </Button>
        <Button icon="done" onPress={props.onTyped}>
          {t.keepTyped}
        </Button>
      </div>
    </div>
  );
}

function inWords(slot: SlotTexts | null, t: MachinePageText): string {
  if (slot === null) return t.notInside;
  const { count, age, code } = slot;
  return [
    fill(t.pieces, { count }),
    age.trim() === '' ? null : `${age} ${t.years}`,
    code.trim() === '' ? null : `${t.door} ${code}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
