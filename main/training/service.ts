/**
 * The simulated Vipps MobilePay service: one object that answers requests over its own store and clock. No socket, no
 * wall clock, no chance of its own, so a seeded simulation can run it in its process (proof.md, seam "service").
 */

import type { Unsubscribe } from '../../app/kernel/brand.ts';
import { createAccessTokens } from './accessToken.ts';
import { createCheckIns } from './checkIn.ts';
import { type CustomerCommand, type CustomerScript, createCustomers, customerCommand } from './customers.ts';
import { createEpayment } from './epayment.ts';
import type { Call, Route, ServiceAnswer, ServiceRequest } from './exchange.ts';
import { matchPath, splitUrl } from './exchange.ts';
import type { EndpointName, FaultCommand, FaultName, TrainingFault } from './faults.ts';
import { createFaults, faultCommand } from './faults.ts';
import { createGateway, gatewayAnswer } from './gateway.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { loginRoutes } from './login.ts';
import { createLoginKeys } from './loginKeys.ts';
import { createLogins } from './logins.ts';
import { createLoginTokens } from './loginTokens.ts';
import { noMemory } from './memory.ts';
import { createCallbackQrs } from './merchantCallbackQr.ts';
import { createMint } from './mint.ts';
import { type PersonalQrForm, type SalesUnit, settle, type TrainingOptions } from './options.ts';
import { createOrderManagement } from './orderManagement.ts';
import { createPayments } from './payments.ts';
import { createPhones } from './phones.ts';
import { actOnPhone, type PhoneAct, type PhoneActOutcome, type PhoneView, phoneView } from './phoneView.ts';
import { createPersonalCodes } from './qr.ts';
import { qrImageRoutes } from './qrImages.ts';
import { spoil } from './spoiling.ts';
import { createTimers } from './timers.ts';
import { userinfoRoutes } from './userinfo.ts';
import { createDeliveries } from './webhookDelivery.ts';
import { createWebhooks } from './webhooks.ts';

export interface TrainingService {
  /** Answers one request; `drop` is a connection that broke. Never rejects. */
  handle(request: ServiceRequest): Promise<ServiceAnswer>;
  /** What this number (or `walkIn`) does from now on, also with the requests that wait already. */
  setCustomer(phone: string, script: CustomerScript): void;
  forgetCustomer(phone?: string): void;
  /** `training.customer` of the contract. */
  applyCustomer(command: CustomerCommand): void;
  addFault(fault: TrainingFault): void;
  faults(): readonly TrainingFault[];
  clearFaults(endpoint?: EndpointName): void;
  /** `training.fault` of the contract. */
  applyFault(command: FaultCommand): void;
  setSalesUnit(change: Partial<SalesUnit>): void;
  setPersonalQr(form: PersonalQrForm): void;
  /** Lets a fixed token of a tokenised personal code stand for a number. */
  addPersonalQrToken(token: string, phone: string): void;
  rotateLoginKey(): void;
  /** Every access token dies at once. */
  expireTokens(): void;
  phone(phone: string): PhoneView;
  phoneActs(phone: string, act: PhoneAct): PhoneActOutcome;
  /** Hears of changes on a phone; while it listens, that phone counts as open. */
  onPhone(phone: string, listener: () => void): Unsubscribe;
  /** Everything that happened, for auditors. */
  ledger(): Ledger;
  /** Ends all timers; held answers break off. */
  stop(): void;
}

/** Failures at `login.poll` that spoil the id_token instead of the answer. */
const tokenFaults: readonly FaultName[] = ['wrongToken', 'wrongIssuer', 'wrongAudience', 'expiredToken'];

export function createTrainingService(options: TrainingOptions): TrainingService {
  const { clock, ids, memory = noMemory } = options;
  const settled = settle(options);
  const timers = createTimers(clock);
  const mint = createMint(ids);
  const faults = createFaults();
  const phones = createPhones();
  const customers = createCustomers(settled, memory);
  const tokens = createAccessTokens(clock, mint, settled);
  const gateway = createGateway(clock, settled, tokens);
  const deliveries = createDeliveries(clock, timers, faults, settled.sendWebhook, settled.webhookTimeScale);
  const webhooks = createWebhooks(settled, mint, gateway, deliveries);
  const codes = createPersonalCodes(clock, mint, settled, gateway, customers);
  const callbackQrs = createCallbackQrs(clock, mint, settled, gateway, codes, webhooks, memory);
  const payments = createPayments(clock, timers, mint, settled, customers, webhooks, phones, memory);
  const orders = createOrderManagement(settled, mint, gateway, memory);
  const checkIns = createCheckIns(clock, mint, settled, gateway, phones);
  const logins = createLogins(clock, timers, mint, customers, webhooks, phones);
  const loginKeys = createLoginKeys(mint);
  const loginTokens = createLoginTokens(clock, mint, settled, customers, loginKeys);
  const epayment = createEpayment({
    clock,
    mint,
    settled,
    gateway,
    customers,
    identities: codes,
    payments,
    memory,
    keepReceipt: orders.keep,
  });
  const phoneNeeds = { settled, customers, phones, codes, callbackQrs, payments, logins, checkIns };
  const requests = new Map<EndpointName, number>();

  const routes: readonly Route[] = [
    ...tokens.routes,
    ...epayment.routes,
    ...codes.routes,
    ...callbackQrs.routes,
    ...qrImageRoutes(settled, payments, callbackQrs),
    ...checkIns.routes,
    ...loginRoutes({ settled, customers, identities: codes, logins, keys: loginKeys, tokens: loginTokens }),
    ...loginTokens.routes,
    ...userinfoRoutes(clock, mint, gateway, customers, payments),
    ...orders.routes,
    ...webhooks.routes,
  ];

  async function handle(request: ServiceRequest): Promise<ServiceAnswer> {
    const { path, query } = splitUrl(request.url);
    const found = findRoute(routes, request.method, path);
    if (!found) return gatewayAnswer(404, 'Resource not found', null);
    const { route, params } = found;
    requests.set(route.endpoint, (requests.get(route.endpoint) ?? 0) + 1);
    const text = typeof request.body === 'string' ? request.body : Buffer.from(request.body).toString('utf8');
    const { endpoint } = route;
    const call: Call = {
      endpoint,
      method: request.method,
      path,
      params,
      query,
      headers: request.headers,
      text,
    };
    const fault = faults.take(endpoint);
    if (fault === null) return route.handler(call);
    if (endpoint === 'login.poll' && tokenFaults.includes(fault.what)) {
      loginTokens.spoilNext(fault.what);
      return route.handler(call);
    }
    return spoil(fault, call, mint.traceId(), timers, () => route.handler(call));
  }

  function setCustomer(phone: string, script: CustomerScript): void {
    const number = customers.set(phone, script);
    payments.rearm(number);
    logins.rearm(number);
  }

  return {
    handle,
    setCustomer,
    forgetCustomer(phone) {
      customers.forget(phone);
      payments.rearm(phone ?? null);
      logins.rearm(phone ?? null);
    },
    applyCustomer(command) {
      const { phone, ...script } = customerCommand.parse(command);
      setCustomer(phone, script);
    },
    addFault: faults.add,
    faults: faults.list,
    clearFaults: faults.clear,
    applyFault(command) {
      const parsed = faultCommand.parse(command);
      if ('clear' in parsed) faults.clear(parsed.clear === 'all' ? undefined : parsed.clear);
      else faults.add(parsed);
    },
    setSalesUnit(change) {
      settled.salesUnit = { ...settled.salesUnit, ...change };
    },
    setPersonalQr: codes.setForm,
    addPersonalQrToken: codes.addToken,
    rotateLoginKey: loginKeys.rotate,
    expireTokens: tokens.expireAll,
    phone: (phone) => phoneView(phone, phoneNeeds),
    phoneActs: (phone, act) => actOnPhone(phone, act, phoneNeeds),
    onPhone: phones.watch,
    ledger: () =>
      ledgerOf({
        clock,
        payments,
        epayment,
        orders,
        tokens,
        checkIns,
        logins,
        webhooks,
        deliveries,
        requests,
      }),
    stop: timers.stop,
  };
}

function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | null {
  for (const route of routes) {
    const params = route.method === method ? matchPath(route.pattern, path) : null;
    if (params) return { route, params };
  }
  return null;
}
