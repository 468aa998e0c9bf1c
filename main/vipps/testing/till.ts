/** A set of clients against a test server, with everything around them made for the test. */

import type { Ids } from '../../../app/ports/Ids.ts';
import type { Log, LogFacts } from '../../../app/ports/Log.ts';
import type { VippsConfig } from '../config.ts';
import { createVipps, type Vipps } from '../index.ts';
import { type FakeClock, fakeClock } from './fakeClock.ts';
import { startTestServer, type TestServer } from './testServer.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly facts: LogFacts | undefined;
}

export interface TestTill {
  readonly server: TestServer;
  readonly clock: FakeClock;
  readonly vipps: Vipps;
  readonly log: readonly LogLine[];
  close(): Promise<void>;
}

export const tokenRoute = 'POST /accesstoken/get';

export const accessToken = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1Ni';

/** As published (Access Token API): every number is a string. */
export function tokenAnswer(token = accessToken, seconds = '3600') {
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: seconds,
      ext_expires_in: seconds,
      expires_on: '1547823408',
      not_before: '1547819508',
      resource: '00000002-0000-0000-c000-000000000000',
      access_token: token,
    },
  };
}

export function testConfig(baseUrl: string): VippsConfig {
  return {
    baseUrl,
    clientId: 'fb492b5e-7907-4d83-ba20-c7fb60ca35de',
    clientSecret: 'Y8Kteew6GE2ZmeycEt6egg==',
    subscriptionKey: '0f14ebcab0ec4b29ae0cb90d91b4a84a',
    msn: '123456',
    systemVersion: '0.1.0',
    posId: 'till03',
    loginAuth: 'basic',
    scopes: 'name phoneNumber email',
    consentText: 'I join the customer club.',
  };
}

export function memoryLog(): Log & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: LogLine['level']) => (event: string, facts?: LogFacts) => {
    lines.push({ level, event, facts });
  };
  return { info: at('info'), warn: at('warn'), error: at('error'), lines };
}

export function countingIds(): Ids {
  let count = 0;
  return {
    unique() {
      count += 1;
      return `unique-${String(count).padStart(8, '0')}`;
    },
    below: () => 0,
  };
}

/** Gives out a token unless the test prepares something else for that route. */
export async function startTestTill(change: Partial<VippsConfig> = {}): Promise<TestTill> {
  const server = await startTestServer();
  server.on(tokenRoute, tokenAnswer());
  const clock = fakeClock();
  const log = memoryLog();
  const config = { ...testConfig(server.url), ...change };
  const vipps = createVipps(config, { clock, ids: countingIds(), log });
  return { server, clock, vipps, log: log.lines, close: () => server.close() };
}
