/**
 * Enrolment by a push to the customer's phone: the port `Login` on the Login API, merchant-initiated (CIBA), finished
 * in the app (identity-and-loyalty.md 1). No subscription key and no platform token here: userinfo answers them with 401.
 */

import type { Msisdn } from '../../app/domain/msisdn.ts';
import type { RemoteFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { later } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import type { Log } from '../../app/ports/Log.ts';
import type {
  Login,
  LoginAnswer,
  LoginRequest,
  LoginStarted,
  LoginStartFault,
} from '../../app/ports/Login.ts';
import { readAs } from './call.ts';
import type { Client } from './client.ts';
import { hasLoginKeys, systemHeaders, type VippsConfig } from './config.ts';
import { consentedOf } from './consent.ts';
import { createLoginDirectory } from './discovery.ts';
import { type Answer, faultOf, isSuccess } from './errors.ts';
import { type IdTokenFault, type IdTokenRules, verifyIdToken } from './idToken.ts';
import { repeatRead } from './retry.ts';
import {
  type Discovery,
  existsSchema,
  oauthErrorSchema,
  startedSchema,
  tokensSchema,
  type Userinfo,
  userinfoSchema,
} from './wire/login.ts';

interface UserTokens {
  readonly accessToken: string;
  readonly idToken: string;
}

/** A login under way. Its tokens are given out once only, so they are kept until the profile has been read. */
interface OpenLogin {
  readonly msisdn: Msisdn | null;
  readonly tokens: UserTokens | null;
}

const api = 'login';
const deadlineMs = 8_000;
const existsDeadlineMs = 3_000;
const grantType = 'urn:openid:params:grant-type:ciba';
const defaultIntervalSeconds = 5;
const mostOpenLogins = 16;
const everydayPolls: readonly string[] = [
  'authorization_pending',
  'slow_down',
  'expired_token',
  'access_denied',
];

export function createLogin(
  config: VippsConfig,
  deps: { readonly client: Client; readonly clock: Clock; readonly ids: Ids; readonly log: Log },
): Login {
  const { client, clock } = deps;
  const directory = createLoginDirectory(config, deps);
  const open = new Map<string, OpenLogin>();

  function remember(authReqId: string, login: OpenLogin): void {
    open.delete(authReqId);
    open.set(authReqId, login);
    for (const oldest of open.keys()) {
      if (open.size <= mostOpenLogins) return;
      open.delete(oldest);
    }
  }

  /** A form with the client's own authentication, by the sales unit's setting (1.3). */
  function post(
    name: string,
    url: string,
    form: Readonly<Record<string, string>>,
    usual: readonly string[] = [],
    ms = deadlineMs,
  ): Promise<Result<Answer, RemoteFault>> {
    const id = config.clientId.trim();
    const secret = config.clientSecret.trim();
    const basic = config.loginAuth === 'basic';
    const fields = new URLSearchParams({
      ...form,
      ...(basic ? {} : { client_id: id, client_secret: secret }),
    });
    return client.send({
      api,
      name,
      method: 'POST',
      url,
      headers: {
        ...systemHeaders(config),
        ...(basic ? { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` } : {}),
      },
      body: { type: 'application/x-www-form-urlencoded', text: fields.toString() },
      deadlineMs: ms,
      usual,
    });
  }

  function conclude(sent: Result<Answer, RemoteFault>): Result<Answer, RemoteFault> {
    if (!sent.ok || isSuccess(sent.value)) return sent;
    return err(faultOf(api, sent.value, clock.now()));
  }

  async function discover(): Promise<Result<Discovery, RemoteFault>> {
    if (!hasLoginKeys(config)) return err({ kind: 'notConfigured', service: { api } });
    return directory.discovery();
  }

  async function userExists(msisdn: Msisdn): Promise<Result<boolean, RemoteFault>> {
    if (!hasLoginKeys(config)) return err({ kind: 'notConfigured', service: { api } });
    // Not part of discovery: on the configured host (1.8).
    const url = '/vipps-login-ciba/api/v1/user-exists';
    const form = { login_hint: `urn:msisdn:${msisdn}` };
    const until = clock.monotonic() + existsDeadlineMs;
    const answered = await repeatRead(deps, { attempts: 2, until }, async () =>
      conclude(await post('userExists', url, form, [], Math.max(0, until - clock.monotonic()))),
    );
    const read = readAs(existsSchema, api, answered);
    return read.ok ? ok(read.value.exists) : read;
  }

  async function start(request: LoginRequest): Promise<Result<LoginStarted, LoginStartFault>> {
    const found = await discover();
    if (!found.ok) return found;
    const answered = conclude(
      await post('start', found.value.backchannel_authentication_endpoint, {
        scope: scopeOf(config.scopes),
        login_hint: hintOf(request),
        binding_message: request.bindingMessage,
        requested_expiry: String(request.expirySeconds),
      }),
    );
    if (!answered.ok) return err(startFault(answered.fault));
    const started = readAs(startedSchema, api, answered);
    if (!started.ok) return started;
    const { auth_req_id: authReqId, expires_in: expiresIn, interval } = started.value;
    remember(authReqId, { msisdn: request.msisdn, tokens: null });
    return ok({
      authReqId,
      // The answer decides how long there is, not the wish (1.4).
      until: later(clock.now(), expiresIn * 1000),
      intervalMs: (interval ?? defaultIntervalSeconds) * 1000,
    });
  }

  async function poll(authReqId: string): Promise<Result<LoginAnswer, RemoteFault>> {
    const found = await discover();
    if (!found.ok) return found;
    const login = open.get(authReqId) ?? { msisdn: null, tokens: null };
    if (login.tokens !== null) return finish(authReqId, login.msisdn, login.tokens, found.value);
    const form = { grant_type: grantType, auth_req_id: authReqId };
    const sent = await post('poll', found.value.token_endpoint, form, everydayPolls);
    if (!sent.ok) return sent;
    if (!isSuccess(sent.value)) {
      const told = pollAnswer(sent.value);
      return told === null ? err(faultOf(api, sent.value, clock.now())) : ok(told);
    }
    const read = readAs(tokensSchema, api, sent);
    if (!read.ok) return read;
    const tokens = { accessToken: read.value.access_token, idToken: read.value.id_token };
    remember(authReqId, { msisdn: login.msisdn, tokens });
    return finish(authReqId, login.msisdn, tokens, found.value);
  }

  async function finish(
    authReqId: string,
    msisdn: Msisdn | null,
    tokens: UserTokens,
    found: Discovery,
  ): Promise<Result<LoginAnswer, RemoteFault>> {
    const verified = await verify(tokens.idToken, found);
    if (!verified.ok) return verified;
    const profile = await readUserinfo(tokens.accessToken, found);
    if (!profile.ok) return profile;
    // Otherwise the profile could be somebody else's (OpenID Connect Core 5.3.2).
    if (profile.value.sub !== verified.value.sub) return err(refusedHere('otherSubject'));
    const background = { asked: msisdn, now: clock.now(), text: config.consentText };
    const consented = consentedOf(profile.value, background);
    if (consented === null) return err(refusedHere('phoneNumberMissing'));
    open.delete(authReqId);
    return ok({ kind: 'approved', consented });
  }

  async function verify(idToken: string, found: Discovery): Promise<Result<{ sub: string }, RemoteFault>> {
    const rules: IdTokenRules = { issuer: found.issuer, audience: config.clientId.trim(), now: clock.now() };
    let fault: IdTokenFault = { kind: 'unknownKey' };
    for (const fresh of [false, true]) {
      const keys = await directory.keys(fresh);
      if (!keys.ok) return keys;
      const verified = await verifyIdToken(idToken, keys.value, rules);
      if (verified.ok) return verified;
      fault = verified.fault;
      if (fault.kind !== 'unknownKey') break;
    }
    const why = fault.kind === 'invalid' ? fault.why : 'unknownKey';
    deps.log.error('vipps.idTokenRefused', { why });
    return err(refusedHere('idToken'));
  }

  async function readUserinfo(token: string, found: Discovery): Promise<Result<Userinfo, RemoteFault>> {
    const until = clock.monotonic() + deadlineMs;
    const answered = await repeatRead(deps, { attempts: 2, until }, async () =>
      conclude(
        await client.send({
          api,
          name: 'userinfo',
          method: 'GET',
          url: found.userinfo_endpoint,
          headers: { ...systemHeaders(config), Authorization: `Bearer ${token}` },
          deadlineMs: Math.max(0, until - clock.monotonic()),
        }),
      ),
    );
    // It is the user's token that is refused here, not the store's keys.
    if (!answered.ok && answered.fault.kind === 'unauthorised') {
      return err({ kind: 'rejected', service: answered.fault.service });
    }
    return readAs(userinfoSchema, api, answered);
  }

  return { userExists, start, poll };
}

/** An approved login that the till itself does not accept. Polling on would not help. */
function refusedHere(code: string): RemoteFault {
  return { kind: 'rejected', service: { api, code } };
}

function scopeOf(scopes: string): string {
  const wanted = scopes.split(/\s+/).filter((one) => one !== '' && one !== 'openid');
  return ['openid', ...wanted].join(' ');
}

/** Errors of the start a cashier can act on (1.10), by `error_code` or `error`, whichever the body has. */
function startFault(fault: RemoteFault): LoginStartFault {
  switch (fault.service.code) {
    case 'unknown_user_id':
    case 'invalid_user':
      return { kind: 'notWalletUser', service: fault.service };
    case 'old_app':
      return { kind: 'appTooOld', service: fault.service };
    default:
      return fault;
  }
}

/** The endings and the waiting of a poll (1.5); `null` for anything that is a fault. */
function pollAnswer(answer: Answer): LoginAnswer | null {
  const parsed = oauthErrorSchema.safeParse(answer.body);
  if (answer.status !== 400 || !parsed.success) return null;
  switch (parsed.data.error.toLowerCase()) {
    case 'authorization_pending':
      return { kind: 'pending', slowDown: false };
    case 'slow_down':
      return { kind: 'pending', slowDown: true };
    case 'expired_token':
      return { kind: 'expired' };
    case 'access_denied':
      return { kind: 'refused' };
    default:
      return null;
  }
}

/** identity-and-loyalty.md 1.4: a number, or the token of a check-in within its 15 minutes. */
function hintOf({ msisdn, customerToken }: LoginRequest): string {
  return customerToken === null ? `urn:msisdn:${msisdn}` : `urn:customer-token:${customerToken}`;
}
