/** Tells the customer that no money moves. Solid yellow and the frame belong to training alone. */

import type { DisplayView } from '../../../app/contract/view.ts';
import { TrainingRibbon } from '../../components/TrainingRibbon.tsx';
import { customerScreenText } from '../../text/customerScreen.ts';
import { useText, useTextOf } from '../../text/index.ts';

export function Ribbon({ profile }: { readonly profile: DisplayView['till']['profile'] }) {
  const { common } = useText();
  const { noMoneyMoves } = useTextOf(customerScreenText);
  if (profile === 'production') return null;
  if (profile === 'training') return <TrainingRibbon name={common.training} sentence={noMoneyMoves} />;
  return (
    <p className="cs-testribbon">
      <b>{common.test}</b>
      {noMoneyMoves}
    </p>
  );
}
