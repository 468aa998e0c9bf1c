/** Mistakes that could be made where a machine sells by itself; only its days find them. */

import type { Mutation } from './mutation.ts';

const due = 'app/domain/paymentDue.ts';
const vending = 'app/flows/sellUnattended.ts';
const turn = 'app/flows/machineTurn.ts';

const rows: readonly Omit<Mutation, 'kind'>[] = [
  {
    name: 'a machine captures all that was reserved',
    file: due,
    from: "const take = kind === 'capture' ? (payment.take ?? 0) : 0;",
    to: "const take = kind === 'capture' ? payment.request.amount.minor : 0;",
    breaks: ['I2'],
  },
  {
    name: 'a machine charges what was asked for and never confirmed',
    file: turn,
    from: 'const taken = saleTotal(sale).minor;',
    to: 'const taken = saleTotal(sale).minor + open.reduce((all, { product }) => all + product.price.minor, 0);',
    breaks: ['I2'],
  },
  {
    name: 'a machine forgets to release what was not taken',
    file: due,
    from: "if (payment.take === null) return { kind: 'read', pace: 'held' };",
    to: "if (payment.take === null || (payment.facts?.captured ?? 0) >= payment.take) return { kind: 'read', pace: 'held' };",
    breaks: ['I4'],
  },
  {
    name: 'a machine keeps the reservation after a restart',
    file: 'app/till.ts',
    from: 'if (recovered.ok && config.unattended) vending.resume();',
    to: '',
    breaks: ['I4', 'I9'],
  },
  {
    name: 'what is taken is decided twice',
    file: turn,
    from: 'if (!isOpen && payment.take !== null) return ok(null);',
    to: 'if (sale.vending === null) return ok(null);',
    breaks: ['I5'],
  },
  {
    name: 'a machine hands out goods before the money is reserved',
    file: vending,
    from: "payment?.state !== 'approved' ||",
    to: "(payment?.state !== 'approved' && payment?.state !== 'waiting') ||",
    breaks: ['I2'],
  },
  {
    name: 'a machine owes nobody a receipt',
    file: turn,
    from: "...(take > 0 ? [{ kind: 'receiptOwed' } as const] : []),",
    to: '',
    breaks: ['receipts'],
  },
  {
    name: 'a chosen piece is handed out before it is approved',
    file: 'app/contract/viewMachine.ts',
    from: "if (payment.state !== 'approved') return 'asking';",
    to: "if (payment.state !== 'approved' && sale.vending.items.length === 0) return 'asking';",
    breaks: ['I2'],
  },
  {
    name: 'a chosen piece counts twice',
    file: 'app/domain/vending.ts',
    from: 'quantity: 1, discount: null }',
    to: 'quantity: sale.vending?.qrId === null ? 2 : 1, discount: null }',
    breaks: ['I2', 'I4'],
  },
  {
    name: 'somebody chooses while somebody else is served',
    file: vending,
    from: "if (isServing()) return err({ kind: 'machineBusy' });",
    to: '',
    breaks: ['I1', 'I2', 'I4', 'I9'],
  },
  {
    name: 'who has chosen is asked for the highest price',
    file: vending,
    from: "{ payer: { by: 'qrOnScreen' }, amount: product.price, age }",
    to: "{ payer: { by: 'qrOnScreen' }, amount: mostOf(offers()) ?? product.price, age }",
    breaks: ['I2'],
  },
  {
    name: 'who has chosen is asked for no age',
    file: vending,
    from: 'const { minimumAge: age } = offer;',
    to: 'const age = null;',
    breaks: ['age'],
  },
  {
    name: 'a late word ends the next customer’s turn',
    file: vending,
    from: 'if (sale?.id !== turn) return ok(null);',
    to: 'if (sale === null) return ok(null);',
    breaks: ['defect'],
  },
];

export const machineMutations: readonly Mutation[] = rows.map((row) => ({ ...row, kind: 'machine' }));
