/** The store's own codes and the webhooks of the sales unit, as the till tells them in each picture. */

import type { StaticQrView, WebhooksView } from '../../app/contract/view.ts';
import { at, specimen } from './cashierParts.ts';

const payments = ['epayments.payment.authorized.v1', 'epayments.payment.captured.v1'];
const checkIns = ['user.checked-in.v1'];
const here = 'https://kasse.bekkelund.example/webhooks';

export const ownCode: StaticQrView = {
  id: 'bekkelund-storgata-01.h7kq2mxa',
  location: 'Kasse 1',
  isThisTills: true,
  image: specimen,
  content: 'https://qr.vipps.no/28/2/05/031/specimen',
};
export const codes: readonly StaticQrView[] = [
  ownCode,
  { ...ownCode, id: 'bekkelund-storgata-02.p3nv9tza', location: 'Kasse 2, ved utgangen', isThisTills: false },
];

export const roadOpen: WebhooksView = {
  url: here,
  payments: 'registered',
  checkIns: 'registered',
  checkedAt: at(14, 29, 40),
  lastSeenAt: at(14, 31, 53),
  refused: 0,
  refusedAt: null,
  registrations: [
    { id: 'w1', url: here, events: payments, isThisTills: true },
    { id: 'w2', url: here, events: checkIns, isThisTills: true },
  ],
};
export const roadTaken: WebhooksView = {
  ...roadOpen,
  checkIns: 'taken',
  refused: 3,
  refusedAt: at(14, 30, 12),
  registrations: [
    { id: 'w1', url: here, events: payments, isThisTills: true },
    {
      id: 'w3',
      url: 'https://gammel-butikk.example/vipps/hooks/check-in',
      events: checkIns,
      isThisTills: false,
    },
    {
      id: 'w4',
      url: 'https://nettbutikk.example/hooks',
      events: [...payments, 'recurring.charge-captured.v1'],
      isThisTills: false,
    },
  ],
};
export const noRoad: WebhooksView = {
  url: null,
  payments: 'none',
  checkIns: 'none',
  checkedAt: null,
  lastSeenAt: null,
  refused: 0,
  refusedAt: null,
  registrations: [],
};
export const roadFailing: WebhooksView = {
  ...roadOpen,
  payments: 'failing',
  checkIns: 'failing',
  checkedAt: null,
  registrations: null,
};
