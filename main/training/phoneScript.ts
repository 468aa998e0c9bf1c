/** What runs in the page of the simulated phone. Plain text of a script; everything is shown through `textContent`. */

export const phoneScript = `
'use strict';
const words = JSON.parse(document.getElementById('words').textContent);
const query = new URLSearchParams(location.search);
const number = query.get('number') ?? '';
const byId = (id) => document.getElementById(id);
const make = (tag, cls, text) => {
  const node = document.createElement(tag);
  if (cls) node.className = cls;
  if (text !== undefined) node.textContent = text;
  return node;
};
const money = (minor, currency) => new Intl.NumberFormat(words.locale, { style: 'currency', currency }).format(minor / 100);
const tick = [];

const act = async (what, button) => {
  if (button) button.disabled = true;
  try {
    const answer = await fetch('/phone/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number, act: what }),
    });
    const { outcome } = await answer.json();
    byId('says').textContent = words[outcome] ?? '';
  } catch {
    byId('says').textContent = words.lost;
  }
  if (button) button.disabled = false;
};
const button = (text, cls, what, test) => {
  const node = make('button', cls, text);
  node.dataset.testid = test;
  node.addEventListener('click', () => act(what, node));
  return node;
};
const remaining = (until) => {
  const node = make('p', 'soft');
  const write = () => {
    const left = Math.max(0, Math.round((until - Date.now()) / 1000));
    node.textContent = words.timeLeft + ' ' + Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
  };
  write();
  tick.push(write);
  return node;
};
const stateOf = (payment) => {
  if (payment.state !== 'AUTHORIZED') return words.states[payment.state] ?? payment.state;
  if (payment.refunded > 0) return words.states.REFUNDED;
  if (payment.captured > 0) return words.states.CAPTURED;
  return payment.cancelled > 0 ? words.states.RELEASED : words.states.AUTHORIZED;
};
// What became of it: of a reservation only a part may be taken.
const sumOf = (payment) => payment.refunded || payment.captured || payment.amount.value;
const request = (payment) => {
  const card = make('section', 'card urgent');
  card.dataset.testid = 'payment';
  card.append(make('h2', '', words.payTo + ' ' + payment.merchant), make('p', 'amount', money(payment.amount.value, payment.amount.currency)));
  if (payment.description) card.append(make('p', 'soft', payment.description));
  if (payment.orderLines.length) {
    const table = make('table');
    for (const line of payment.orderLines) {
      const row = make('tr');
      row.append(make('td', '', (line.quantity === '1' ? '' : line.quantity + ' × ') + line.name), make('td', '', money(line.total, payment.amount.currency)));
      table.append(row);
    }
    card.append(table);
  }
  card.append(remaining(payment.until));
  if (payment.state === 'PROCESSING') card.append(make('p', 'soft', words.states.PROCESSING));
  if (payment.bankRefusal) card.append(make('p', 'says', words.bankRefused));
  const row = make('div', 'row');
  row.append(
    button(words.decline, '', { kind: 'declinePayment', reference: payment.reference }, 'decline-payment'),
    button(words.approve, 'go', { kind: 'approvePayment', reference: payment.reference }, 'approve-payment'),
  );
  card.append(row);
  return card;
};
const login = (asked) => {
  const card = make('section', 'card urgent');
  card.dataset.testid = 'login';
  card.append(make('h2', '', words.loginTitle + ' ' + asked.clubName));
  if (asked.bindingMessage) card.append(make('p', 'soft', words.loginCode), make('p', 'code', asked.bindingMessage));
  const wants = asked.scopes.map((one) => words.scopes[one]).filter(Boolean);
  if (wants.length) card.append(make('p', 'soft', words.loginAsks + ' ' + wants.join(', ') + '.'));
  card.append(remaining(asked.until));
  const row = make('div', 'row');
  row.append(button(words.refuse, '', { kind: 'declineLogin' }, 'decline-login'), button(words.share, 'go', { kind: 'approveLogin' }, 'approve-login'));
  card.append(row);
  return card;
};
const show = (phone) => {
  tick.length = 0;
  const open = phone.payments.filter((one) => one.state === 'CREATED' || one.state === 'PROCESSING');
  const past = phone.payments.filter((one) => !open.includes(one));
  const cards = [];
  if (phone.checkIn) {
    const card = make('section', 'card');
    card.dataset.testid = 'check-in';
    card.append(make('h2', '', words.recognised), make('p', 'soft', phone.checkIn.clubName));
    cards.push(card);
  }
  if (phone.login) cards.push(login(phone.login));
  cards.push(...open.map(request));
  if (!cards.length) cards.push(make('p', 'soft', words.nothing));
  byId('requests').replaceChildren(...cards);
  const source = '/phone/personal-qr.svg?number=' + encodeURIComponent(phone.number) + '&text=' + encodeURIComponent(phone.personalQr.text);
  if (byId('qr').getAttribute('src') !== source) byId('qr').setAttribute('src', source);
  byId('qr').alt = words.personalCode;
  byId('sight').hidden = phone.inSight.length === 0;
  byId('codes').replaceChildren(...phone.inSight.map((one) =>
    button((one.what === 'payment' ? words.scanPayment : words.scanStore) + ' · ' + (one.amount ? money(one.amount.value, one.amount.currency) : one.label), 'small', { kind: 'scanQr', text: one.text }, 'scan-' + one.what)));
  byId('past').hidden = past.length === 0;
  byId('rows').replaceChildren(...past.map((one) => {
    const row = make('div', 'past');
    row.append(make('span', '', stateOf(one)), make('span', '', money(sumOf(one), one.amount.currency)));
    return row;
  }));
};

if (number) {
  byId('renew').addEventListener('click', () => act({ kind: 'newPersonalQr' }, byId('renew')));
  const events = new EventSource('/phone/events?number=' + encodeURIComponent(number));
  events.addEventListener('phone', (event) => { byId('says').textContent = byId('says').textContent === words.lost ? '' : byId('says').textContent; show(JSON.parse(event.data)); });
  events.addEventListener('error', () => { byId('says').textContent = words.lost; });
  setInterval(() => tick.forEach((write) => write()), 1000);
  const scan = query.get('scan');
  if (scan) act({ kind: 'scanQr', text: scan });
}
`;
