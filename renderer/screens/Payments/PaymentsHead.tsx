/** Above the list: the way back, which payments, and what to look for. */

import { Icon } from '../../components/Icon.tsx';
import { Segment } from '../../components/Segment.tsx';
import type { Room } from '../../stores/useRoom.ts';
import { useText, useTextOf } from '../../text/index.ts';
import { paymentsText } from '../../text/payments.ts';
import { BackButton } from '../BackButton.tsx';
import type { Query } from './usePayments.ts';

export function PaymentsHead(props: {
  readonly query: Query;
  readonly room: Room;
  readonly onAsk: (change: Partial<Query>) => void;
  readonly onClose: () => void;
}) {
  const { query, room, onAsk, onClose } = props;
  const { common } = useText();
  const t = useTextOf(paymentsText);
  return (
    <div className="paymentshead">
      <BackButton onPress={onClose} />
      <h1>{common.payments}</h1>
      <Segment
        label={t.show}
        choices={(['all', 'unresolved', 'refunded'] as const).map((value) => ({
          value,
          word: t.only[value],
        }))}
        chosen={query.only}
        onChoose={(only) => onAsk({ only })}
      />
      <label className="paymentsearch">
        <Icon name="search" />
        <span className="unseen">{t.search}</span>
        <input
          type="text"
          value={query.text}
          placeholder={room === 'wide' ? t.search : t.searchShort}
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          onChange={(event) => onAsk({ text: event.target.value })}
        />
      </label>
    </div>
  );
}
