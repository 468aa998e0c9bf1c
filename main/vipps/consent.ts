/**
 * What the wallet passed on with an approved login, in the till's words (identity-and-loyalty.md 1.9). Consents come
 * as `flowResult` (newer) or `delegatedConsents` (older); whichever there is is kept with the text that was shown.
 */

import type { Consented } from '../../app/domain/member.ts';
import type { Msisdn } from '../../app/domain/msisdn.ts';
import { type Instant, readInstant } from '../../app/kernel/time.ts';
import type { Userinfo } from './wire/login.ts';

export interface ConsentBackground {
  /** The number that was asked, for a sales unit that does not get the number back; `null` after a restart. */
  readonly asked: Msisdn | null;
  readonly now: Instant;
  /** The text consented to where the answer carries none. */
  readonly text: string;
}

interface Answers {
  readonly channels: Readonly<Record<string, boolean>>;
  readonly texts: readonly (string | null | undefined)[];
  readonly at: Instant | null;
}

/** `null`: nobody can be made a member of this, because there is no number. */
export function consentedOf(userinfo: Userinfo, background: ConsentBackground): Consented | null {
  const msisdn = readNumber(userinfo.phone_number) ?? background.asked;
  if (msisdn === null) return null;
  const answers = delegatedAnswers(userinfo) ?? flowAnswers(userinfo);
  const shown = answers?.texts.filter((one) => typeof one === 'string' && one.trim() !== '') ?? [];
  return {
    sub: userinfo.sub,
    msisdn,
    name: told(userinfo.name),
    givenName: told(userinfo.given_name),
    email: told(userinfo.email),
    channels: answers?.channels ?? {},
    consentedAt: answers?.at ?? background.now,
    consentText: shown.length > 0 ? shown.join('\n') : background.text,
  };
}

function delegatedAnswers(userinfo: Userinfo): Answers | null {
  const given = userinfo.delegatedConsents;
  if (!given) return null;
  const consents = given.consents ?? [];
  return {
    channels: Object.fromEntries(consents.map((one) => [one.id, one.accepted])),
    texts: [
      given.heading,
      given.text,
      given.termsDescription,
      ...consents.map((one) => one.textDisplayedToUser),
    ],
    at: typeof given.timeOfConsent === 'string' ? readInstant(given.timeOfConsent) : null,
  };
}

function flowAnswers(userinfo: Userinfo): Answers | null {
  const screens = userinfo.flowResult?.screens;
  if (!screens) return null;
  const elements = screens.flatMap((screen) => screen.elements ?? []);
  const answered = elements.flatMap(({ id, checked }) =>
    typeof id === 'string' && typeof checked === 'boolean' ? [[id, checked] as const] : [],
  );
  const texts = screens.flatMap((screen) => [
    screen.title,
    screen.description,
    ...(screen.elements ?? []).map((element) => element.title),
  ]);
  return { channels: Object.fromEntries(answered), texts, at: null };
}

/** Digits without `+` by the documents; a `+` does no harm. */
function readNumber(text: string | null | undefined): Msisdn | null {
  const digits = text?.replace(/^\+/, '') ?? '';
  return /^\d{9,15}$/.test(digits) ? (digits as Msisdn) : null;
}

function told(text: string | null | undefined): string | null {
  return text === undefined || text === null || text.trim() === '' ? null : text;
}
