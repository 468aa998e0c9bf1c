/**
 * What the environment says about a till (product.md, "Profiles"). It wins over the settings file, so that two tills can
 * run on one machine and a till can be set up without a screen. An empty variable is none.
 */

import { z } from 'zod';
import type { HouseFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { dataHome } from './dataHome.ts';

export const profiles = ['training', 'test', 'production'] as const;
export type Profile = (typeof profiles)[number];

/** From quiet to talkative: the levels of the log. */
export const logLevels = ['silent', 'error', 'warn', 'info'] as const;

/** http or https, without a trailing slash. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .transform((url) => url.replace(/\/+$/, ''));

const key = z.string().trim().min(1).max(400);

const schema = z.object({
  KLUBBKASSA_HOME: z.string().optional(),
  KLUBBKASSA_PROFILE: z.enum(profiles).optional(),
  KLUBBKASSA_API_URL: webAddress.optional(),
  KLUBBKASSA_PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .optional(),
  KLUBBKASSA_LOG: z.enum(logLevels).optional(),
  KLUBBKASSA_KIND: z.enum(['staffed', 'unattended']).optional(),
  KLUBBKASSA_CLIENT_ID: key.optional(),
  KLUBBKASSA_CLIENT_SECRET: key.optional(),
  KLUBBKASSA_SUBSCRIPTION_KEY: key.optional(),
  KLUBBKASSA_MSN: z
    .string()
    .regex(/^\d{4,10}$/)
    .optional(),
  KLUBBKASSA_WEBHOOK_URL: webAddress.optional(),
  KLUBBKASSA_OPERATOR_PHONE: z.string().optional(),
});

/** `null`: the environment says nothing about it. */
export interface Environment {
  /** Folder of all profiles. */
  readonly home: string;
  readonly profile: Profile | null;
  readonly apiUrl: string | null;
  readonly port: number | null;
  /** What goes to stderr. */
  readonly logLevel: (typeof logLevels)[number] | null;
  readonly kind: 'staffed' | 'unattended' | null;
  readonly keys: {
    readonly clientId: string | null;
    readonly clientSecret: string | null;
    readonly subscriptionKey: string | null;
    readonly merchantSerialNumber: string | null;
  };
  /** The public address at which webhooks reach this till. */
  readonly webhookUrl: string | null;
  /** Whom a customer of a machine may call, as written; the store's country is not known here. */
  readonly operatorPhone: string | null;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Fault `settingInvalid` names the variable. */
export function readEnvironment(variables: Variables): Result<Environment, HouseFault> {
  const given = Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== '');
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    return err({ kind: 'settingInvalid', field: String(parsed.error.issues[0]?.path[0] ?? 'KLUBBKASSA') });
  }
  const of = parsed.data;
  return ok({
    home: dataHome(variables),
    profile: of.KLUBBKASSA_PROFILE ?? null,
    apiUrl: of.KLUBBKASSA_API_URL ?? null,
    port: of.KLUBBKASSA_PORT ?? null,
    logLevel: of.KLUBBKASSA_LOG ?? null,
    kind: of.KLUBBKASSA_KIND ?? null,
    keys: {
      clientId: of.KLUBBKASSA_CLIENT_ID ?? null,
      clientSecret: of.KLUBBKASSA_CLIENT_SECRET ?? null,
      subscriptionKey: of.KLUBBKASSA_SUBSCRIPTION_KEY ?? null,
      merchantSerialNumber: of.KLUBBKASSA_MSN ?? null,
    },
    webhookUrl: of.KLUBBKASSA_WEBHOOK_URL ?? null,
    operatorPhone: of.KLUBBKASSA_OPERATOR_PHONE ?? null,
  });
}
