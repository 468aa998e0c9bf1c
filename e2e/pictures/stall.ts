/** A till set up for its picture: the built product, both its screens at the size of the pictures, and a customer to play. */

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, ViewportSize } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '../../app/contract/calls.ts';
import type { CashierView } from '../../app/contract/view.ts';
import { type HeadlessTill, startHeadless } from '../fixtures/headless.ts';
import { type HandScanner, takeScanner } from '../fixtures/tillScanner.ts';
import { startWallet, type Wallet } from '../fixtures/wallet.ts';
import { Cashier } from '../pages/Cashier.ts';
import { CustomerScreen } from '../pages/CustomerScreen.ts';

/** Kari of the sample members, who shows her name. */
export const member = '4791234567';
export const stranger = '4745454545';

export const pictureSize = { width: 1280, height: 800 } as const;
const uprightSize = { width: 1080, height: 1920 } as const;
const phoneSize = { width: 420, height: 800 } as const;

export interface Stall {
  readonly cashier: Cashier;
  readonly display: CustomerScreen;
  readonly scanner: HandScanner;
  /** The service in a process of its own; only where the scene asked for one. */
  readonly wallet: Wallet | null;
  /** Throws where the till refuses. */
  call<K extends CallName>(name: K, input: CallInput<K>): Promise<CallOutput<K>>;
  until(wished: (state: CashierView) => boolean): Promise<CashierView>;
  /** Opens the customer's phone of the service inside the till. */
  phone(): Promise<Page>;
  close(): Promise<void>;
}

export interface StallOptions {
  /** Puts the simulated service outside the till, its time so many times as fast. */
  readonly timesFaster?: number;
  /** A machine that sells by itself, its glass upright. */
  readonly machine?: true;
}

export interface Market {
  open(options?: StallOptions): Promise<Stall>;
  close(): void;
}

/** Names the store once; every stall begins with a copy of that data folder. */
export async function setUpMarket(browser: Browser): Promise<Market> {
  const model = mkdtempSync(join(tmpdir(), 'klubbkassa-model-'));
  const till = await startHeadless({ home: model });
  const named = await till.call('settings.update', {
    store: { name: 'Bekkelund Sport', place: 'Storgata', tillNumber: '01' },
    posId: 'BEKKELUND-01',
    clubName: 'Turklubben',
    language: 'nb',
  });
  if (!named.ok) throw new Error(`the store could not be named: ${named.fault.kind}`);
  await till.kill('SIGTERM');
  return {
    open: (options = {}) => openStall(browser, model, options),
    close: () => rmSync(model, { recursive: true, force: true }),
  };
}

async function openStall(browser: Browser, model: string, options: StallOptions): Promise<Stall> {
  const home = mkdtempSync(join(tmpdir(), 'klubbkassa-picture-'));
  cpSync(model, home, { recursive: true });
  const socket = join(home, 'scanner');
  const { timesFaster, machine = false } = options;
  const kind = machine ? { KLUBBKASSA_KIND: 'unattended', KLUBBKASSA_OPERATOR_PHONE: '+4722000000' } : {};
  const wallet = timesFaster === undefined ? null : await startWallet({ timesFaster });
  const till = await startHeadless({
    home,
    environment: { ...wallet?.environment, ...kind, KLUBBKASSA_SIMULATED_SCANNER: socket },
  });
  const scanner = await takeScanner(socket);
  const pages: Page[] = [];

  async function pageAt(address: string | undefined, viewport: ViewportSize) {
    if (address === undefined) throw new Error('this till has no such screen');
    const page = await browser.newPage({ viewport, locale: 'nb-NO', timezoneId: 'Europe/Oslo' });
    pages.push(page);
    await page.goto(address);
    return page;
  }

  const { screens } = till.ready;
  const cashier = new Cashier(await pageAt(screens.till, pictureSize), 'nb');
  const glass = machine ? uprightSize : pictureSize;
  const display = new CustomerScreen(await pageAt(screens.customer, glass), 'nb');
  if (!machine) await cashier.expectOpen();
  return {
    cashier,
    display,
    scanner,
    wallet,
    call: (name, input) => granted(till, name, input),
    until: till.until,
    phone: () => pageAt(screens.phone, phoneSize),
    async close() {
      await scanner.close();
      for (const page of pages) await page.close();
      await till.kill();
      await wallet?.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function granted<K extends CallName>(
  till: HeadlessTill,
  name: K,
  input: CallInput<K>,
): Promise<CallOutput<K>> {
  const answer = await till.call(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.fault.kind}`);
  return answer.value;
}
