/**
 * Mistakes that could be made in the till, each a change of one line of its source. Who plants one must see the simulation
 * find it: that is how the simulation itself is tested. `from` stands exactly once in its file.
 */

import { machineMutations } from './machineTable.ts';
import type { Mutation } from './mutation.ts';

const calls = 'app/flows/paymentCalls.ts';
const driver = 'app/flows/drivePayment.ts';
const desk = 'app/flows/takePayment.ts';
const machine = 'app/domain/paymentMachine.ts';
const due = 'app/domain/paymentDue.ts';
const rules = 'app/domain/saleRules.ts';
const money = ['I1', 'I4', 'I8', 'I9'];

const facts = (state: string, sum: string) =>
  `{ state: '${state}', amount: payment.request.amount.minor, authorised: ${sum}, captured: ${sum}, cancelled: 0, refunded: 0, qrImageUrl: null, saleId: null }`;

export const mutations: readonly Mutation[] = [
  {
    name: 'a capture is repeated under a new key',
    file: calls,
    from: 'payments.capture(reference, amount, operation.key)',
    to: "payments.capture(reference, amount, operation.phase === 'again' ? operation.key + '-b' : operation.key)",
    breaks: ['I6'],
  },
  {
    name: 'a repeated create has another body under the same key',
    file: calls,
    from: 'payments.create(payment.reference, payment.request, payment.createKey)',
    to: "payments.create(payment.reference, { ...payment.request, description: 'Sale, try ' + payment.repeats }, payment.createKey)",
    breaks: ['I5'],
  },
  {
    name: 'one key for all changes of a payment',
    file: due,
    from: 'key: keyOf(payment, kind),',
    to: "key: keyOf({ ...payment, tries: { capture: 0, cancel: 0, release: 0, refund: 0 } }, 'cancel'),",
    breaks: ['I5'],
  },
  {
    name: 'create is sent before it is journaled',
    file: desk,
    from: 'const noted = book.record(sale.id, ...events);',
    to: "void book.ports.payments.create(reference, body, reference + '-create'); const noted = book.record(sale.id, ...events);",
    breaks: ['I6'],
  },
  {
    name: 'capture is sent before it is journaled',
    file: driver,
    from: 'if (!announce(saleId, payment, step)) {',
    to: "if (step.kind === 'start' && step.operation.kind === 'capture') await payments.capture(payment.reference, { minor: step.operation.amount, currency: payment.request.amount.currency }, step.operation.key); if (!announce(saleId, payment, step)) {",
    breaks: ['I6'],
  },
  {
    name: 'what the journal refused is done all the same',
    file: 'app/flows/book.ts',
    from: 'if (!written.ok) {',
    to: "if (!written.ok && written.fault.kind !== 'diskFull') {",
    breaks: ['I6', 'I4', 'I9'],
  },
  {
    name: 'a create without an answer is taken for a refusal',
    file: calls,
    from: "case 'noAnswer':",
    to: '',
    breaks: money,
  },
  {
    name: 'a cancel without an answer is believed and not read back',
    file: calls,
    from: 'return afterOperationFault(sent.fault);',
    to: `if (operation.kind === 'cancel') return said({ kind: 'read', facts: ${facts('TERMINATED', '0')} }); return afterOperationFault(sent.fault);`,
    breaks: money,
  },
  {
    name: 'the release of an approved payment is sent as the cancel of an unapproved one',
    file: calls,
    from: "payments.cancel(reference, false, operation?.key ?? '')",
    to: "payments.cancel(reference, true, operation?.key ?? '')",
    breaks: money,
  },
  {
    name: "the till's own clock expires a payment, without a last reading",
    file: driver,
    from: 'const planned = due(before);',
    to: `if (before.state === 'waiting' && clock.now() >= before.until) { const payment = before; await note(saleId, reference, { kind: 'read', facts: ${facts('EXPIRED', '0')} }); } const planned = due(find(saleId, reference) ?? before);`,
    breaks: money,
  },
  {
    name: 'polling stops before the request expires',
    file: driver,
    from: "case 'watch': {",
    to: "case 'watch': { if (clock.now() - payment.createdAt > 30_000) return 86_400_000;",
    breaks: ['I9', 'I4'],
  },
  {
    name: 'a webhook is trusted for money',
    file: driver,
    from: 'const wake = wakers.get(reference);',
    to: `for (const sale of book.state().sales.values()) for (const payment of sale.payments) if (payment.reference === reference && payment.state === 'approved') book.record(sale.id, { kind: 'payment', reference, event: { kind: 'read', facts: ${facts('AUTHORIZED', 'payment.request.amount.minor')} } }); const wake = wakers.get(reference);`,
    breaks: ['I8'],
  },
  {
    name: 'a webhook with a false signature is taken',
    file: 'main/webhooks/receiver.ts',
    from: 'if (!isKnownSender(delivery)) {',
    to: 'if (!isKnownSender(delivery) && delivery.rawBody.byteLength === 0) {',
    breaks: ['webhooks'],
  },
  {
    name: 'a second attempt is allowed while the first is in doubt',
    file: rules,
    from: "if (isFrozen(sale)) return { kind: 'paymentOpen' };",
    to: "if (isFrozen(sale) && sale.payments.at(-1)?.create === 'known') return { kind: 'paymentOpen' };",
    breaks: ['I1'],
  },
  {
    name: 'paid is shown on approval',
    file: 'app/contract/viewPayment.ts',
    from: ": 'payment.approved';",
    to: ": 'payment.paid';",
    breaks: ['I8'],
  },
  {
    name: 'the captured amount is taken from the request and not from the answer',
    file: calls,
    from: "if (sent.ok) return said({ kind: 'read', facts: sent.value });",
    to: "if (sent.ok) return said({ kind: 'read', facts: operation.kind === 'capture' ? { ...sent.value, captured: operation.target } : sent.value });",
    breaks: ['I8'],
  },
  {
    name: 'less is captured than the sale is worth',
    file: due,
    from: "minor(kind === 'capture' ? take - captured : 0)",
    to: "minor(kind === 'capture' ? take - captured - 100 : 0)",
    breaks: ['I2', 'I4'],
  },
  {
    name: 'a payment that was called off is captured when the customer approves after all',
    file: machine,
    from: 'const closed = payment.cancelRequested || endedWithoutMoney(payment.state);',
    to: 'const closed = false;',
    breaks: ['I8'],
  },
  {
    name: 'one reading that does not know the reference ends the payment',
    file: machine,
    from: 'export const enoughNotFounds = 12;',
    to: 'export const enoughNotFounds = 1;',
    breaks: money,
  },
  {
    name: "an answer about somebody else's payment is believed",
    file: 'main/vipps/epayment.ts',
    from: 'if (!read.ok || read.value.reference === reference) return read;',
    to: 'if (reference) return read;',
    breaks: ['I8'],
  },
  {
    name: 'no deadline over a call',
    file: 'main/vipps/deadline.ts',
    from: 'clock.sleep(Math.max(0, ms), done.signal)',
    to: 'clock.sleep(86_400_000, done.signal)',
    breaks: ['I9', 'I4'],
  },
  {
    name: 'a restarted till passes over a payment that is being cancelled',
    file: 'app/flows/recover.ts',
    from: 'if (isFinal(payment)) continue;',
    to: "if (isFinal(payment) || payment.state === 'cancelling') continue;",
    breaks: ['I9', 'I4'],
  },
  {
    name: 'a restarted till does not find a sale that only owes its purchase',
    file: 'app/domain/sale.ts',
    from: "|| sale.purchase === 'owed' ||",
    to: '||',
    breaks: ['I9'],
  },
  {
    name: 'a duty is struck off after a refusal that was about the keys',
    file: 'app/flows/fulfilDuties.ts',
    from: 'if (!done.ok || book.ended()) return done;',
    to: "if ((!done.ok && done.fault.kind !== 'unauthorised') || book.ended()) return done;",
    breaks: ['I9'],
  },
  {
    name: 'a refund is repeated under a new key',
    file: calls,
    from: 'payments.refund(reference, amount, operation.key)',
    to: "payments.refund(reference, amount, operation.phase === 'again' ? operation.key + '-b' : operation.key)",
    breaks: ['I6', 'I5'],
  },
  {
    name: 'another sum goes back than was written down',
    file: due,
    from: "key: keyOf(payment, 'refund'), amount: minor(amount)",
    to: "key: keyOf(payment, 'refund'), amount: minor(amount > 1 ? amount - 1 : amount)",
    breaks: ['I3'],
  },
  {
    name: 'the day is closed over an open payment',
    file: 'app/flows/closeDay.ts',
    from: 'const [first, ...more] = unresolvedSales(book.state());',
    to: 'const [first, ...more] = unresolvedSales(book.state()).slice(9);',
    breaks: ['I11'],
  },
  {
    name: 'a parked sale forgets its payment',
    file: 'app/domain/saleFold.ts',
    from: 'return { ...sale, parkedAt: at };',
    to: 'return { ...sale, parkedAt: at, payments: [] };',
    breaks: money,
  },
  {
    name: 'the basket can be changed while a payment waits',
    file: rules,
    from: "return isFrozen(sale) || isEnded(sale) ? { kind: 'basketFrozen' } : null;",
    to: 'return null;',
    breaks: ['I7'],
  },
  {
    name: 'prices follow the membership while a payment waits',
    file: 'app/domain/saleFold.ts',
    from: 'isFrozen(sale) || isEnded(sale) ?',
    to: 'isEnded(sale) ?',
    breaks: ['I7'],
  },
  {
    name: "the customer's screen keeps the last basket",
    file: 'app/contract/viewDisplay.ts',
    from: 'const sale = currentSale(state);',
    to: 'const sale = currentSale(state) ?? [...state.sales.values()].at(-1) ?? null;',
    breaks: ['I10'],
  },
  {
    name: "the customer's screen shows a number where it has no name",
    file: 'app/contract/viewDisplay.ts',
    from: 'name: member?.name ?? null,',
    to: 'name: member?.name ?? sale.customer?.msisdn ?? null,',
    breaks: ['I10'],
  },
  {
    name: "the cashier's screen shows the whole number of a customer",
    file: 'app/contract/viewCashier.ts',
    from: 'masked: mask(customer.msisdn),',
    to: 'masked: customer.msisdn,',
    breaks: ['I10'],
  },
  {
    name: 'sales are counted anew after a restart',
    file: 'app/flows/openSale.ts',
    from: 'String(count.value + 1)',
    to: 'String(book.state().sales.size + 1)',
    breaks: ['numbers'],
  },
  {
    name: 'a line of the receipt is worth one piece, however many were sold',
    file: 'app/domain/receipt.ts',
    from: 'const total = lineTotal(sale, line);',
    to: 'const total = unitPrice(line);',
    breaks: ['receipts', 'I9'],
  },
  ...machineMutations,
];
