/** What is said when a machine's screen changes: amounts with their currency, and never a price without its goods. */

import { expect, test } from 'vitest';
import type { MachineView } from '../../../app/contract/view.ts';
import { money } from '../../../app/domain/money.ts';
import { customerMachineStates } from '../../gallery/customerMachineStates.ts';
import { nobody } from '../../gallery/customerStates.ts';
import { languages } from '../../text/language.ts';
import { type Texts, textsFor } from '../../text/texts.ts';
import { announcement, readAloud, type Told } from './kioskAnnouncement.ts';
import { goodsOf, momentOf } from './kioskModel.ts';

const states = customerMachineStates(nobody, 0);

function machineOf(name: string): MachineView {
  const machine = states[`customer-machine-${name}`]?.machine;
  if (!machine) throw new Error(name);
  return machine;
}

/** With all the goods on one page. */
const aloud = (told: Told, texts: Texts) => readAloud(told, goodsOf(told.machine), texts);

const said = (name: string, say = announcement, language: 'nb' | 'en' = 'nb') => {
  const machine = machineOf(name);
  return say({ machine, moment: momentOf(machine, 0), now: 0 }, textsFor(language, 'NO', 0));
};

test('each moment is told in its own sentence, with the money in words', () => {
  expect(said('choosing')).toBe('Velg en vare. Du betaler bare for det du tar. Inntil 45 kroner reservert.');
  expect(said('choosing-more')).toContain('Igjen å velge for: 33 kroner.');
  expect(said('asking')).toBe(
    'Se på telefonen. Godkjenn i Vipps. Inntil 45 kroner blir reservert. Så velger du her, og betaler bare for det du tar.',
  );
  expect(said('pay')).toBe('Kaffe, svart, 28 kroner. Skann koden. Godkjenn i Vipps.');
  expect(said('dispensing')).toBe('Kaffe, svart er på vei. Luke A1.');
  expect(said('dispensing-no-door')).not.toContain('Luke');
});

test('a result tells what was paid, what went back, and to take the goods', () => {
  expect(said('paid')).toBe('Betalt 28 kroner. Frigitt 17 kroner. Husk varen: Kaffe, svart (A1).');
  expect(said('paid-all', announcement, 'en')).toBe(
    'Paid 44 kroner. Released 0 kroner. Remember to take Eple (B1), Kakao (A2).',
  );
  expect(said('released')).toBe(
    'Du har ikke betalt noe. Ingen penger er trukket. Skann igjen hvis du vil velge noe. 45 kroner er frigitt.',
  );
  // Nothing was reserved before anybody approved, so nothing is said of its going back.
  expect(said('chosen-not-paid')).not.toContain('frigitt');
});

test('an item that did not come is told as not paid for, while choosing and in the end', () => {
  for (const name of ['choosing-not-seen', 'released-fault'])
    expect([name, said(name)]).toEqual([
      name,
      expect.stringContaining('Vi så ikke at Kakao kom ut. Du betaler ikke for den.'),
    ]);
  expect(said('choosing')).not.toContain('kom ut');
});

test('out of order, also while a result stands there, whom to call and the code are told', () => {
  const broken = Object.entries(states).filter(([, { machine }]) => machine?.code === 'E07');
  expect(broken.map(([name]) => name)).toHaveLength(3);
  for (const [name, { machine }] of broken) {
    if (machine === null) throw new Error(name);
    const sentence = announcement({ machine, moment: momentOf(machine, 0), now: 0 }, textsFor('nb', 'NO', 0));
    expect(sentence).toContain('Automaten tar en pause.');
    expect(sentence).toContain('Automat Automat 03. Kode E07.');
    expect(sentence.includes('Telefon +47\u00a022')).toBe(machine.operatorPhone !== null);
  }
});

test('who chose on the glass of a machine with a code is told as any other who chose, and what there is to choose', () => {
  expect(said('pay-instead')).toBe(said('pay'));
  expect(said('chosen-not-paid-instead')).toBe(said('chosen-not-paid'));
  const goods = aloud({ machine: machineOf('idle'), moment: 'goods', now: 0 }, textsFor('nb', 'NO', 0));
  expect(goods).toBe(said('choose-first', aloud));
});

test('who scanned a code that no scan comes from any more is not asked to scan it again', () => {
  expect(said('released-code-gone')).toContain('Du kan velge på nytt.');
});

test('a machine that sells to nobody promises nothing of a purchase that is still being settled', () => {
  for (const name of ['out-of-order', 'sold-out', 'empty', 'service-away'])
    expect([name, said(name)]).toEqual([
      name,
      expect.stringContaining('Ingen nye kunder belastes så lenge automaten ikke selger.'),
    ]);
  expect(said('out-of-order', announcement, 'en')).toContain(
    'No new customer is charged while the machine is not selling.',
  );
});

test('without the service it says that it comes back by itself, and of a purchase that is under way what is paid', () => {
  const sentence = said('service-away');
  expect(sentence).toMatch(
    /^Ingen kontakt med Vipps nå\. Automaten får ikke kontakt med betalingstjenesten\./,
  );
  expect(sentence).toContain('Den prøver hele tiden, og selger igjen av seg selv.');
  expect(sentence).toContain('Har du handlet her, betaler du bare for det som kom ut.');
  expect(said('choose-first-service-away', aloud)).toBe(sentence);
});

test('nobody is asked to try again what the machine cannot do now', () => {
  expect(said('released')).toContain('Skann igjen');
  expect(said('chosen-not-paid')).toContain('Du kan velge på nytt.');
  for (const name of ['released-fault', 'released-service-away'])
    expect([name, said(name)]).toEqual([name, expect.not.stringMatching(/igjen|på nytt/)]);
});

test('a payment that the machine could not start is not told as if the customer had stopped', () => {
  for (const name of ['not-started', 'chosen-not-started'])
    expect([name, said(name)]).toEqual([
      name,
      'Betalingen kunne ikke startes. Det skyldes ikke deg. Ingen penger er trukket.',
    ]);
});

test('sold out is told as the glass has it, whoever noticed it first', () => {
  expect(said('sold-out')).toBe(said('empty'));
  expect(said('sold-out')).toContain('Alt er utsolgt.');
});

test('the question for more time is told with what becomes of the money, and without running seconds', () => {
  for (const name of ['pay-soon', 'asking-soon'])
    expect([name, said(name)]).toEqual([
      name,
      'Trenger du mer tid? Uten svar avslutter vi snart. Ingen penger er trukket.',
    ]);
  expect(said('more-time', announcement, 'en')).toBe(
    'Do you need more time? Without an answer we stop soon, and the reserved money is released.',
  );
  expect(said('more-time-after-one')).toContain('Du betaler bare for det du har tatt.');
});

test('where an age is asked for, it says that only yes or no comes back', () => {
  expect(said('pay-age')).toContain('Vipps svarer bare ja eller nei. Vi får ikke vite alderen din.');
  expect(said('asking-age', announcement, 'en')).toContain('Vipps answers only yes or no.');
  expect(said('asking')).not.toContain('alderen');
});

test('a voice also reads what there is to choose from, and nothing that is not to be had', () => {
  const read = said('choose-first', aloud);
  expect(read).toContain('Luke A1, Kaffe, svart, 28 kroner.');
  expect(read).not.toContain('Havrekjeks');
  expect(said('paid', aloud)).toBe(said('paid'));
});

test('every moment has words in every language, and no gap is left in them', () => {
  for (const language of languages)
    for (const [name, { machine }] of Object.entries(states)) {
      if (machine === null) throw new Error(name);
      const sentence = announcement(
        { machine, moment: momentOf(machine, 0), now: 0 },
        textsFor(language, 'NO', 0),
      );
      expect([name, sentence]).not.toEqual([name, '']);
      expect([name, sentence]).toEqual([name, expect.not.stringMatching(/[{}]/)]);
    }
});

test('an amount of nothing is still an amount with its currency', () => {
  const none = { ...machineOf('paid'), released: money(0, 'NOK') };
  const told = announcement({ machine: none, moment: 'result', now: 0 }, textsFor('en', 'NO', 0));
  expect(told).toContain('Paid 28 kroner. Released 0 kroner.');
});

test('the voice reads the page that stands there, and not the goods of all pages', () => {
  const machine = machineOf('choose-first');
  const told = { machine, moment: 'goods', now: 0 } as const;
  const [first, second] = goodsOf(machine);
  if (first === undefined || second === undefined) throw new Error('two goods');
  const read = readAloud(told, [second], textsFor('nb', 'NO', 0));
  expect(read).toContain(second.offer.name);
  expect(read).not.toContain(first.offer.name);
});
