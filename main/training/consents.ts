/** The marketing consents that a login collects for the club (`delegatedConsents`, identity-and-loyalty.md 1.9). */

/** All four kinds, accepted at `now` (epoch milliseconds) but for the one for digital marketing. */
export function marketingConsents(clubName: string, now: number): object {
  return {
    language: 'EN',
    heading: 'Give consent',
    text: `${clubName} wants to send you relevant offers through its digital channels.`,
    termsDescription: `By confirming, you accept the terms of membership of ${clubName}.`,
    confirmConsentButtonText: 'Confirm',
    links: {
      termsLinkText: 'Read the terms of use.',
      termsLinkUrl: 'https://example.com/terms',
      privacyStatementLinkText: 'Read the privacy policy.',
      privacyStatementLinkUrl: 'https://example.com/privacy',
    },
    timeOfConsent: new Date(now).toISOString(),
    consents: [
      { id: 'email', accepted: true, required: false, textDisplayedToUser: 'Receive offers via email' },
      { id: 'sms', accepted: true, required: false, textDisplayedToUser: 'Receive offers via SMS' },
      { id: 'digital', accepted: false, required: false, textDisplayedToUser: 'Receive digital marketing' },
      { id: 'personal', accepted: true, required: false, textDisplayedToUser: 'Get customised offers' },
    ],
  };
}
