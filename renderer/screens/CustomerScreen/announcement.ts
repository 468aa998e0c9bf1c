/** What a screen reader says when the customer's screen changes: the sentence that stands there, and no more. */

import type { DisplayView } from '../../../app/contract/view.ts';
import { assertNever } from '../../../app/kernel/assertNever.ts';
import { customerScreenText } from '../../text/customerScreen.ts';
import { fill } from '../../text/language.ts';
import type { Texts } from '../../text/texts.ts';
import { withUnit } from '../../text/withUnit.ts';
import type { Shows } from './shownNow.ts';

export function announcement(view: DisplayView, shown: Shows, texts: Texts): string {
  const t = customerScreenText[texts.language];
  const sum = view.total === null ? '' : withUnit(view.total);
  const w = texts.wallet;
  switch (shown) {
    case 'idle':
    case 'basket':
      return '';
    case 'greeting':
      return view.name === null ? t.welcome : fill(t.hiName, { name: view.name });
    case 'join':
      return fill(t.joinHow, { w });
    case 'waiting':
      return `${t.toPay} ${sum}. ${fill(t.openWallet, { w })}. ${t.nothingThere}`;
    case 'qr':
      return `${t.toPay} ${sum}. ${t.stepScan}. ${fill(t.stepApprove, { w })}.`;
    case 'thanks':
      return `${t.thanks} ${sum === '' ? '' : fill(t.paid, { sum, w })}`.trim();
    case 'notCompleted':
      return `${t.notCompleted}. ${t.notCompletedWhat}`;
    case 'checking':
      return `${t.oneMoment}. ${t.checking}`;
    default:
      return assertNever(shown);
  }
}
