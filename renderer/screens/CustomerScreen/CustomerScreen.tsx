/**
 * The screen that faces the customer. It is drawn from the customer's own view and from nothing else; without one it
 * is blank. It takes its size from its window, so one set of measures serves every display (guide.md 9).
 */

import type { DisplayView } from '../../../app/contract/view.ts';
import { assertNever } from '../../../app/kernel/assertNever.ts';
import { useDoor } from '../../stores/context.tsx';
import { TextContext, textsFor } from '../../text/index.ts';
import { Kiosk } from '../Kiosk/Kiosk.tsx';
import { WayIn } from '../KioskLock/WayIn.tsx';
import { announcement } from './announcement.ts';
import { Basket } from './Basket.tsx';
import './customer.css';
import './customerBasket.css';
import './customerPaying.css';
import './customerStates.css';
import { useCustomerLanguage, useNoScans, useShown } from './hooks.ts';
import { Blank, Idle } from './Idle.tsx';
import type { LanguageChoice } from './Parts.tsx';
import { OneTimeQr, Waiting } from './Paying.tsx';
import { Ribbon } from './Ribbon.tsx';
import { Checking, Greeting, Join, NotCompleted, Thanks } from './Statement.tsx';
import type { Shows } from './shownNow.ts';

/** `null` where the window has no state of the till, e.g. because the connection is gone. */
export function CustomerScreen({ view }: { readonly view: DisplayView | null }) {
  if (view === null) {
    return (
      <div className="cs-window">
        <main className="cs-room">
          <div className="cs-stage">
            <Blank />
          </div>
        </main>
      </div>
    );
  }
  return <StaffedOrNot view={view} />;
}

/** A machine's window has its own screen; both let no scanner press a button. */
function StaffedOrNot({ view }: { readonly view: DisplayView }) {
  useNoScans();
  const { inBrowser } = useDoor();
  if (view.machine === null) return <Shown view={view} />;
  return (
    <>
      <Kiosk view={view} machine={view.machine} />
      {/* A browser's window is locked, and left, by whoever set it up. */}
      {inBrowser !== true && <WayIn />}
    </>
  );
}

function Shown({ view }: { readonly view: DisplayView }) {
  const shown = useShown(view);
  const [language, onSwitch] = useCustomerLanguage(view.till.language, shown);
  const texts = textsFor(language, view.till.market, Date.now());
  const choice: LanguageChoice = { language, onSwitch };
  return (
    <TextContext.Provider value={texts}>
      <div className={`cs-window ${view.till.profile}`} lang={language}>
        <Ribbon profile={view.till.profile} />
        <main className="cs-room">
          <div className="cs-stage" key={shown}>
            <State shown={shown} view={view} choice={choice} />
          </div>
        </main>
        <div className="unseen" role={shown === 'thanks' ? 'alert' : 'status'}>
          {announcement(view, shown, texts)}
        </div>
      </div>
    </TextContext.Provider>
  );
}

function State(props: {
  readonly shown: Shows;
  readonly view: DisplayView;
  readonly choice: LanguageChoice;
}) {
  const { shown, view, choice } = props;
  switch (shown) {
    case 'idle':
      return <Idle view={view} choice={choice} />;
    case 'greeting':
      return <Greeting view={view} />;
    case 'basket':
      return <Basket view={view} choice={choice} />;
    case 'join':
      return <Join view={view} choice={choice} />;
    case 'waiting':
      return <Waiting view={view} choice={choice} />;
    case 'qr':
      return <OneTimeQr view={view} choice={choice} />;
    case 'thanks':
      return <Thanks view={view} />;
    case 'notCompleted':
      return <NotCompleted view={view} choice={choice} />;
    case 'checking':
      return <Checking view={view} choice={choice} />;
    default:
      return assertNever(shown);
  }
}
