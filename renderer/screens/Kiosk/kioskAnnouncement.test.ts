/** What is said when a machine's screen changes: amounts with their currency, and never a price without its goods. */

import { expect, test } from 'vitest';
import type { MachineView } from '../../../app/contract/view.ts';
import { money } from '../../../app/domain/money.ts';
import { customerMachineStates } from '../../gallery/customerMachineStates.ts';
import { nobody } from '../../gallery/customerStates.ts';
import { languages } from '../../text/language.ts';
import { textsFor } from '../../text/texts.ts';
import { announcement, readAloud } from './kioskAnnouncement.ts';
import { momentOf } from './kioskModel.ts';

const states = customerMachineStates(nobody, 0);

function machineOf(name: string): MachineView {
  const machine = states[`customer-machine-${name}`]?.machine;
  if (!machine) throw new Error(name);
  return machine;
}

const said = (name: string, say = announcement, language: 'nb' | 'en' = 'nb') => {
  const machine = machineOf(name);
  return say(machine, momentOf(machine, 0), textsFor(language, 'NO', 0));
};

test('each moment is told in its own sentence, with the money in words', () => {
  expect(said('choosing')).toBe('Velg en vare. Du betaler bare for det du tar. Inntil 45 kroner reservert.');
  expect(said('pay')).toBe('Kaffe, svart, 28 kroner. Skann koden. Godkjenn i Vipps.');
  expect(said('dispensing')).toBe('Kaffe, svart er på vei. Luke A1.');
  expect(said('dispensing-no-door')).not.toContain('Luke');
  expect(said('paid')).toBe('Betalt 28 kroner. Frigitt 17 kroner.');
});

test('where an age is asked for, it says that only yes or no comes back', () => {
  expect(said('pay-age')).toContain('Vipps svarer bare ja eller nei. Vi får ikke vite alderen din.');
  expect(said('asking-age', announcement, 'en')).toContain('Vipps answers only yes or no.');
  expect(said('asking')).not.toContain('alderen');
});

test('a voice also reads what there is to choose from, and nothing that is not to be had', () => {
  const aloud = said('choose-first', readAloud);
  expect(aloud).toContain('Luke A1, Kaffe, svart, 28 kroner.');
  expect(aloud).not.toContain('Havrekjeks');
  expect(said('paid', readAloud)).toBe(said('paid'));
});

test('every moment has words in every language, and no gap is left in them', () => {
  for (const language of languages)
    for (const [name, { machine }] of Object.entries(states)) {
      if (machine === null) throw new Error(name);
      const sentence = announcement(machine, momentOf(machine, 0), textsFor(language, 'NO', 0));
      expect([name, sentence]).not.toEqual([name, '']);
      expect([name, sentence]).toEqual([name, expect.not.stringMatching(/[{}]/)]);
    }
});

test('an amount of nothing is still an amount with its currency', () => {
  const none = { ...machineOf('paid'), released: money(0, 'NOK') };
  expect(announcement(none, 'result', textsFor('en', 'NO', 0))).toBe('Paid 28 kroner. Released 0 kroner.');
});
