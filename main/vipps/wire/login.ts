/**
 * Answers around Login (identity-and-loyalty.md 1.1, 1.4, 1.5, 1.8, 1.9). Consent collections are read leniently: a
 * member of them that cannot be read never spoils the login.
 */

import { z } from 'zod';

export const discoverySchema = z.object({
  issuer: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url(),
  jwks_uri: z.url(),
  backchannel_authentication_endpoint: z.url(),
});

export const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

export const existsSchema = z.object({ exists: z.boolean() });

const seconds = z.union([z.number(), z.string().regex(/^\d{1,9}$/)]).transform(Number);

export const startedSchema = z.object({
  auth_req_id: z.string().min(1),
  expires_in: seconds,
  /** 5 where it is absent (OpenID CIBA Core 7.3). */
  interval: seconds.optional(),
});

export const tokensSchema = z.object({ access_token: z.string().min(1), id_token: z.string().min(1) });

export const oauthErrorSchema = z.object({ error: z.string() });

const text = z.string().nullish().catch(null);

const delegatedConsents = z
  .object({
    heading: text,
    text,
    termsDescription: text,
    timeOfConsent: text,
    consents: z
      .array(z.object({ id: z.string(), accepted: z.boolean(), textDisplayedToUser: text }))
      .nullish()
      .catch(null),
  })
  .nullish()
  .catch(null);

const flowElement = z.object({
  type: text,
  id: text,
  title: text,
  checked: z.boolean().nullish().catch(null),
});

const flowResult = z
  .object({
    screens: z
      .array(
        z.object({
          title: text,
          description: text,
          elements: z.array(flowElement).nullish().catch(null),
        }),
      )
      .nullish()
      .catch(null),
  })
  .nullish()
  .catch(null);

export const userinfoSchema = z.object({
  sub: z.string().min(1),
  name: text,
  given_name: text,
  email: text,
  phone_number: text,
  delegatedConsents,
  flowResult,
});

export type Userinfo = z.output<typeof userinfoSchema>;
export type Discovery = z.output<typeof discoverySchema>;
export type KeySet = z.output<typeof keySetSchema>;
