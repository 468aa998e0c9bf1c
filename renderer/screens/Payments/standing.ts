/** How it stands with a sale's money as a chip: icon, word, colour. */

import type { HistoryRow, Standing } from '../../../app/contract/view.ts';
import type { ChipProps } from '../../components/Chip.tsx';
import { paymentsText } from '../../text/payments.ts';
import type { Texts } from '../../text/texts.ts';

const looks: Readonly<Record<Standing, Omit<ChipProps, 'children'>>> = {
  paid: { icon: 'done', tone: 'ok' },
  partlyRefunded: { icon: 'released', tone: 'neutral' },
  refunded: { icon: 'released', tone: 'neutral' },
  waiting: { icon: 'waiting', tone: 'wait' },
  approved: { icon: 'waiting', tone: 'wait' },
  cancelling: { icon: 'waiting', tone: 'wait' },
  declined: { icon: 'declined', tone: 'attn' },
  expired: { icon: 'ranOut', tone: 'attn' },
  cancelled: { icon: 'cancelled', tone: 'neutral' },
  released: { icon: 'released', tone: 'attn' },
  refused: { icon: 'attention', tone: 'attn' },
  paidElsewhere: { icon: 'money', tone: 'neutral' },
  capturedInPart: { icon: 'attention', tone: 'problem' },
  capturedOtherwise: { icon: 'attention', tone: 'problem' },
};

/** Money that is on its way back is not settled yet, whatever was settled before. */
const settledOtherwise: ReadonlySet<Standing> = new Set(['paid', 'partlyRefunded', 'refunded']);

export function standingChip(row: Pick<HistoryRow, 'standing' | 'unresolved'>, text: Texts): ChipProps {
  const words = paymentsText[text.language].standings;
  if (row.unresolved && settledOtherwise.has(row.standing)) {
    return { icon: 'waiting', tone: 'wait', children: words.refundUnderway };
  }
  return { ...looks[row.standing], children: words[row.standing] };
}
