/** Picks the screen from the door and the state it is given. There is no router: a window shows what its till says. */

import type { ReactNode } from 'react';
import type { CashierView } from '../app/contract/view.ts';
import { CustomerScreen } from './screens/CustomerScreen/CustomerScreen.tsx';
import { Day } from './screens/Day/Day.tsx';
import { Lost } from './screens/Kiosk/Lost.tsx';
import { Machine } from './screens/Machine/Machine.tsx';
import { useForgotten } from './screens/Machine/useForgotten.ts';
import { Payments } from './screens/Payments/Payments.tsx';
import { Selling } from './screens/Selling/Selling.tsx';
import { Settings } from './screens/Settings/Settings.tsx';
import { Starting } from './screens/Starting/Starting.tsx';
import { useDoor, useStores, useTill, useView } from './stores/context.tsx';
import { isCashierView } from './stores/tillStore.ts';
import { useNow } from './stores/useNow.ts';
import { useTaste } from './stores/useTaste.ts';
import { TextContext, textsFor } from './text/index.ts';

export function App() {
  const door = useDoor();
  const { state, connected } = useTill((mirror) => mirror);
  if (door.screen === 'display') {
    // What the till said last may be the basket of somebody who has left: without the till there is nothing to show.
    const shown = state === null || isCashierView(state) ? null : state;
    // A machine's customer may have something on its way: a page without a word would be no answer.
    if (!connected && shown !== null && shown.machine !== null) return <Lost till={shown.till} />;
    return <CustomerScreen view={connected ? shown : null} />;
  }
  return <TillScreen view={isCashierView(state) ? state : null} />;
}

/** The cashier's window: in the language of whoever stands here, else in the till's own. */
function TillScreen({ view }: { readonly view: CashierView | null }) {
  const chosen = useView((one) => one.language);
  const language = chosen ?? view?.till.language ?? 'nb';
  // A new hour is often enough: all that time decides here is the wallet's name of the day.
  const now = useNow(3_600_000);
  useTaste(language);
  const texts = textsFor(language, view?.till.market ?? 'NO', now);
  return <TextContext value={texts}>{view === null ? <Starting /> : <Shown view={view} />}</TextContext>;
}

function Shown({ view }: { readonly view: CashierView }): ReactNode {
  const { inBrowser } = useDoor();
  // Before a machine the next one to stand there is a customer; in a browser the page is nobody's to close.
  useForgotten(view.machine !== null && inBrowser !== true);
  const layer = useView((one) => one.layer);
  const { view: views } = useStores();
  if (layer === 'settings') return <Settings onClose={() => views.setState({ layer: 'none' })} />;
  if (layer === 'day') return <Day view={view} />;
  if (layer === 'payments') return <Payments view={view} />;
  return view.machine === null ? <Selling view={view} /> : <Machine view={view} machine={view.machine} />;
}
