import { expect, test } from 'vitest';
import type { Msisdn } from '../../app/domain/msisdn.ts';
import { instant } from '../../app/kernel/time.ts';
import { consentedOf } from './consent.ts';
import { userinfoSchema } from './wire/login.ts';

const now = instant(1_764_000_000_000);
const background = { asked: null, now, text: 'Fallback text' };
const person = { sub: 's-1', name: 'Test User', phone_number: '4748571123' };
const read = (more: object) => consentedOf(userinfoSchema.parse({ ...person, ...more }), background);

test('older consents come with every text that was shown and the time of consent', () => {
  const delegatedConsents = {
    language: 'EN',
    heading: 'Give consent',
    text: 'Acme wants to send you offers.',
    termsDescription: 'By confirming, you accept the terms.',
    links: { termsLinkText: 'Read' },
    timeOfConsent: '2022-11-23T11:40:13Z',
    consents: [
      { id: 'email', accepted: true, required: true, textDisplayedToUser: 'Offers via email' },
      { id: 'sms', accepted: false, required: false, textDisplayedToUser: 'Offers via SMS' },
    ],
  };
  expect(read({ delegatedConsents })).toEqual({
    sub: 's-1',
    msisdn: '4748571123',
    name: 'Test User',
    givenName: null,
    email: null,
    channels: { email: true, sms: false },
    consentedAt: instant(Date.parse('2022-11-23T11:40:13Z')),
    consentText:
      'Give consent\nAcme wants to send you offers.\nBy confirming, you accept the terms.\nOffers via email\nOffers via SMS',
  });
});

test('newer consents: the checkboxes by id', () => {
  const flowResult = {
    language: 'EN',
    screens: [
      {
        title: 'Join the club',
        description: 'Points on every purchase',
        terms: { links: [{ title: 'Terms', url: 'https://merchant.example.com/terms' }] },
        elements: [
          { type: 'checkbox', id: 'cf_accept_terms', title: 'Accept T&C', checked: true },
          { type: 'text', title: 'Just words' },
        ],
      },
    ],
  };
  expect(read({ flowResult })).toMatchObject({
    channels: { cf_accept_terms: true },
    consentedAt: now,
    consentText: 'Join the club\nPoints on every purchase\nAccept T&C\nJust words',
  });
});

test.each([
  {},
  { delegatedConsents: 'later', flowResult: 7 },
  { flowResult: { screens: [{ elements: 'x' }] } },
])('consents that are missing or cannot be read leave the person whole: %o', (more) => {
  expect(read(more)).toMatchObject({ msisdn: '4748571123', channels: {}, consentText: 'Fallback text' });
});

test('no name, no address, no mail: empty texts are none', () => {
  expect(read({ name: '', given_name: ' ', email: null })).toMatchObject({
    name: null,
    givenName: null,
    email: null,
  });
});

test('the number: given, else asked, else nobody', () => {
  const asked = '4712345678' as Msisdn;
  const without = userinfoSchema.parse({ sub: 's-1', phone_number: 'hidden' });
  expect(
    consentedOf(userinfoSchema.parse({ ...person, phone_number: '+4748571123' }), background)?.msisdn,
  ).toBe('4748571123');
  expect(consentedOf(without, { ...background, asked })?.msisdn).toBe(asked);
  expect(consentedOf(without, background)).toBeNull();
});
