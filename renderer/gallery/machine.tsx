/** Pictures of what stands behind a machine's screen: the manager's page, the pad for the PIN, and the glass without a till. */

import type { AttentionView, CashierView, MachineView } from '../../app/contract/view.ts';
import { money } from '../../app/domain/money.ts';
import { err, ok } from '../../app/kernel/result.ts';
import { instant, isoUtc, later } from '../../app/kernel/time.ts';
import { Lost } from '../screens/Kiosk/Lost.tsx';
import { PinPad } from '../screens/KioskLock/PinPad.tsx';
import { languages } from '../text/language.ts';
import { cashierStates } from './cashierStates.ts';
import { customerMachineStates } from './customerMachineStates.ts';
import { nobody } from './customerStates.ts';
import { picture, pictureNow } from './frame.tsx';
import type { Pictures } from './gallery.tsx';
import { cashierView, storedSettings } from './settingsStates.ts';

const asked = new URLSearchParams(location.search).get('lang');
const language = languages.find((one) => one === asked) ?? 'nb';
const screens = customerMachineStates(nobody, pictureNow);
const idle = screens['customer-machine-idle'];

function page(
  change: Partial<MachineView> = {},
  hasPin = true,
  more: Partial<CashierView> = {},
  fixed: readonly string[] = [],
) {
  const machine = idle?.machine;
  if (machine === null || machine === undefined) throw new Error('the gallery has no idle machine');
  const seen = cashierView({ ...storedSettings, hasPin });
  return picture({
    state: {
      ...seen,
      ...more,
      till: { ...seen.till, kind: 'unattended' },
      machine: { ...machine, ...change },
    },
    call: async (name) =>
      name === 'settings.get' ? ok({ ...storedSettings, hasPin, fixed }) : err({ kind: 'doorClosed' }),
  });
}

function pad() {
  if (idle === undefined) throw new Error('the gallery has no idle machine');
  const until = isoUtc(later(instant(pictureNow), 28_000));
  return picture(
    {
      state: { ...idle, till: { ...idle.till, language } },
      call: async () => err({ kind: 'pinWait', until }),
    },
    <PinPad onClose={() => undefined} />,
  );
}

function attentionOf(kind: AttentionView['kind']): AttentionView {
  return { kind, saleId: null, since: null, why: null, action: null, says: { key: kind } };
}

const staffsSale: AttentionView = {
  ...attentionOf('attention.staffsSalePaid'),
  saleId: 's141',
  says: { key: 'attention.staffsSalePaid', with: { number: '01-000141', sum: money(349_00, 'NOK') } },
  action: 'explain',
};

export const pictures: Pictures = {
  'machine-manager': () => page(),
  'machine-manager-no-pin': () => page({ sells: 'chooseFirst', operatorPhone: null }, false),
  'machine-manager-stopped': () => page({ phase: 'outOfOrder', code: 'E07' }),
  'machine-manager-empty': () => page({ offers: [] }),
  'machine-manager-attention': () =>
    page({ sells: 'chooseFirst' }, true, {
      attention: [
        ...(cashierStates['attention']?.state.attention ?? []).filter(({ action }) => action === 'retry'),
        attentionOf('attention.storeCodeUnreachable'),
        attentionOf('attention.journal'),
      ],
    }),
  'machine-manager-left-by-staff': () =>
    page({ phase: 'outOfOrder', code: 'STOPP', stopped: true }, true, { attention: [staffsSale] }),
  'machine-manager-fixed': () => page({}, true, {}, ['operatorPhone']),
  'machine-pin': pad,
  'machine-lost': () => <Lost till={{ ...(idle ?? nobody).till, language }} />,
};
