/** Login API for tills: discovery, user-exists, start and poll (identity-and-loyalty.md 1.1–1.10). */

import type { Customers } from './customers.ts';
import type { Identities } from './epaymentCreate.ts';
import type { Call, Route, ServiceResponse } from './exchange.ts';
import { empty, json } from './exchange.ts';
import { authenticatedForm, badHint, readHint } from './loginClient.ts';
import type { LoginKeys } from './loginKeys.ts';
import type { Logins } from './logins.ts';
import { pollInterval } from './logins.ts';
import type { LoginTokens } from './loginTokens.ts';
import type { Settled } from './options.ts';
import { oauthError } from './problems.ts';

const access = '/access-management-1.0/access';

export const loginPaths = {
  discovery: `${access}/.well-known/openid-configuration`,
  jwks: `${access}/.well-known/jwks.json`,
  token: `${access}/oauth2/token`,
  start: '/vipps-login-ciba/api/backchannel/authentication',
  userExists: '/vipps-login-ciba/api/v1/user-exists',
  userinfo: '/vipps-userinfo-api/userinfo',
} as const;

/** A third open request towards one person is one too many; the number is an assumption (1.15). */
const openAtOnce = 2;
const scopesKnown = [
  'openid',
  'name',
  'phoneNumber',
  'nin',
  'address',
  'birthDate',
  'delegatedConsents',
  'email',
  'gender',
  'customFlow',
] as const;

export interface LoginNeeds {
  readonly settled: Settled;
  readonly customers: Customers;
  readonly identities: Identities;
  readonly logins: Logins;
  readonly keys: LoginKeys;
  readonly tokens: LoginTokens;
}

export function loginRoutes(needs: LoginNeeds): readonly Route[] {
  const { settled, customers, identities, logins, keys, tokens } = needs;
  const issuer = `${settled.baseUrl}${access}/`;
  const cached = { 'cache-control': 'max-age=3600' };

  function discovery(): ServiceResponse {
    const at = (path: string): string => settled.baseUrl + path;
    const answer = json(200, {
      issuer,
      authorization_endpoint: at(`${access}/oauth2/auth`),
      token_endpoint: at(loginPaths.token),
      userinfo_endpoint: at(loginPaths.userinfo),
      jwks_uri: at(loginPaths.jwks),
      revocation_endpoint: at(`${access}/oauth2/revoke`),
      backchannel_authentication_endpoint: at(loginPaths.start),
      backchannel_token_delivery_modes_supported: ['poll'],
      // The CIBA grant works but is not listed, as in the real document.
      grant_types_supported: ['authorization_code', 'client_credentials'],
      response_types_supported: ['code'],
      subject_types_supported: ['pairwise'],
      code_challenge_methods_supported: ['S256'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
      scopes_supported: scopesKnown.filter((scope) => scope !== 'customFlow'),
    });
    return { ...answer, headers: { ...answer.headers, ...cached } };
  }

  function jwks(): ServiceResponse {
    const answer = json(200, keys.jwks());
    return { ...answer, headers: { ...answer.headers, ...cached } };
  }

  function userExists(call: Call): ServiceResponse {
    const read = authenticatedForm(call, settled);
    if (!read.ok) return read.answer;
    const person = personOfHint(read.form.get('login_hint'));
    if (typeof person !== 'string') return person;
    return json(200, {
      exists: customers.hasWallet(person) && customers.scriptOf(person).enrolment !== 'notUser',
    });
  }

  /** The number behind a hint, or the refusal. */
  function personOfHint(text: string | null): string | ServiceResponse {
    if (text === null || text === '') return oauthError(400, 'invalid_request', 'Missing login_hint');
    const hint = readHint(text);
    if (hint === null) return badHint();
    if (hint.kind === 'phone') return hint.phone;
    return (
      identities.byCustomerToken(hint.token) ??
      oauthError(400, 'unknown_user_id', 'The customer token is not valid.')
    );
  }

  function start(call: Call): ServiceResponse {
    const read = authenticatedForm(call, settled);
    if (!read.ok) return read.answer;
    const { form } = read;
    const phone = personOfHint(form.get('login_hint'));
    if (typeof phone !== 'string') return phone;
    const wrong = formFault(form) ?? personFault(phone);
    if (wrong) return wrong;
    const lifeSeconds = Number(form.get('requested_expiry') ?? '600');
    const login = logins.start({
      phone,
      scopes: (form.get('scope') ?? '')
        .split(' ')
        .filter((scope) => scopesKnown.some((known) => known === scope)),
      bindingMessage: form.get('binding_message'),
      nonce: form.get('nonce'),
      lifeSeconds,
    });
    return json(200, {
      auth_req_id: login.authReqId,
      expires_in: lifeSeconds,
      interval: pollInterval / 1000,
    });
  }

  /** What can be wrong with the person (identity-and-loyalty.md 1.10). */
  function personFault(phone: string): ServiceResponse | null {
    const script = customers.scriptOf(phone);
    const tooMany = script.enrolment === 'tooMany' || logins.openFor(phone).length >= openAtOnce;
    if (tooMany) return empty(429, { 'retry-after': '30' });
    if (!customers.hasWallet(phone) || script.enrolment === 'notUser') {
      const description =
        'To log in with Vipps you need to have an active Vipps app on your phone and be at least 15 years old.';
      return oauthError(400, 'unknown_user_id', description);
    }
    if (script.enrolment === 'underAge' || customers.personOf(phone).age < 15) {
      return oauthError(400, 'invalid_request', 'The user can not log in.', 'invalid_user');
    }
    return script.enrolment === 'oldApp'
      ? oauthError(400, 'invalid_request', 'The app of the user is too old.', 'old_app')
      : null;
  }

  function poll(call: Call): ServiceResponse {
    const read = authenticatedForm(call, settled);
    if (!read.ok) return read.answer;
    const grant = read.form.get('grant_type');
    if (grant !== 'urn:openid:params:grant-type:ciba') {
      return oauthError(
        400,
        'unsupported_grant_type',
        'This service knows the grant urn:openid:params:grant-type:ciba.',
      );
    }
    const id = read.form.get('auth_req_id');
    if (!id) return oauthError(400, 'invalid_request', 'Missing auth_req_id');
    const found = logins.find(id);
    if (!found || found.state === 'used') {
      return oauthError(400, 'invalid_grant', 'The auth_req_id is unknown or has been used.');
    }
    const { login, tooSoon } = logins.polled(found);
    if (tooSoon) return oauthError(400, 'slow_down', 'Polled before the interval was over.');
    switch (login.state) {
      case 'waiting':
        return oauthError(400, 'authorization_pending', 'The authorization request is still pending');
      case 'refused':
        return oauthError(400, 'access_denied', 'The user denied the request.');
      case 'expired':
        return oauthError(400, 'expired_token', 'The auth_req_id has expired.');
      default:
        logins.use(login);
        return json(200, tokens.issue(login, issuer));
    }
  }

  return [
    { method: 'GET', pattern: loginPaths.discovery, endpoint: 'login.discovery', handler: discovery },
    { method: 'GET', pattern: loginPaths.jwks, endpoint: 'login.jwks', handler: jwks },
    { method: 'POST', pattern: loginPaths.userExists, endpoint: 'login.userExists', handler: userExists },
    { method: 'POST', pattern: loginPaths.start, endpoint: 'login.start', handler: start },
    { method: 'POST', pattern: loginPaths.token, endpoint: 'login.poll', handler: poll },
  ];
}

/** What can be wrong with the form of a start call (identity-and-loyalty.md 1.4). */
function formFault(form: URLSearchParams): ServiceResponse | null {
  const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  if (!scopes.includes('openid')) return oauthError(400, 'invalid_scope', 'The scope openid is required.');
  if (scopes.includes('nnin'))
    return oauthError(400, 'invalid_scope', 'The scope nnin is not offered; use nin.');
  const binding = form.get('binding_message');
  if (binding !== null && !/^[A-Z0-9-]{5,8}$/.test(binding)) {
    return oauthError(400, 'invalid_binding_message', "binding_message must match '^[A-Z0-9\\-]{5,8}$'.");
  }
  const expiry = form.get('requested_expiry');
  if (expiry !== null && !(/^\d{2,3}$/.test(expiry) && Number(expiry) >= 60 && Number(expiry) <= 900)) {
    return oauthError(400, 'invalid_request', 'requested_expiry must be between 60 and 900 seconds.');
  }
  if (form.has('requested_flow')) {
    return oauthError(400, 'unauthorized_client', 'The redirect variant is not offered to tills.');
  }
  const long = ['state', 'nonce'].some((name) => (form.get(name) ?? '').length >= 1000);
  return long ? empty(502) : null;
}
