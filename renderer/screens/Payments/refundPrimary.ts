/** The one button of the refund dialog: it says how much, or what is missing, or that it is on its way. */

import type { SaleExplained } from '../../../app/contract/view.ts';
import type { PrimaryProps } from '../../components/PrimaryButton.tsx';
import { refundText } from '../../text/refund.ts';
import type { Texts } from '../../text/texts.ts';
import { withUnit } from '../../text/withUnit.ts';
import { goesBack, missing, type RefundForm } from './refund.ts';
import type { RefundStage } from './useRefund.ts';

export function refundPrimary(
  form: RefundForm,
  stage: RefundStage,
  sale: SaleExplained,
  text: Texts,
): Pick<PrimaryProps, 'look' | 'label' | 'icon' | 'keycap'> {
  const t = refundText[text.language];
  if (stage.at === 'asking') return { look: 'hold', label: t.refunding, icon: 'waiting' };
  if (stage.at !== 'choosing') return { look: 'go', label: text.common.close, icon: 'done', keycap: 'Enter' };
  const hold = { what: t.chooseWhat, tooMuch: t.tooMuch, reason: t.chooseReason };
  const lacks = missing(form, sale);
  if (lacks !== null) return { look: 'hold', label: hold[lacks], icon: 'released' };
  const amount = goesBack(form, sale) ?? sale.refundable;
  return { look: 'go', label: t.refundSum(withUnit(amount)), icon: 'released', keycap: 'Enter' };
}
