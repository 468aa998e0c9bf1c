/**
 * Whatever a scanner read, done: goods into the basket, a personal code as the customer, a printed command as if its key
 * were pressed. What comes to nothing stays on the state as the newest refused scan, so that every window says it.
 */

import type { TillCommand } from '../domain/command.ts';
import { damageFault, meaningOf } from '../domain/scan.ts';
import { assertNever } from '../kernel/assertNever.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Book } from './book.ts';
import { addProduct, findProduct } from './fillBasket.ts';
import { identifyByQr } from './identifyCustomer.ts';
import { park } from './parkSale.ts';
import type { PaymentDesk } from './takePayment.ts';

export type ScanDone = { readonly meaning: 'goods' | 'customer' | 'command' };

/** What the scanner that read it may do. Anybody may say who they are. */
export interface ScanRights {
  readonly goods: boolean;
  readonly commands: boolean;
}

export const ofTheCashier: ScanRights = { goods: true, commands: true };

export async function takeScan(
  book: Book,
  desk: PaymentDesk,
  text: string,
  rights: ScanRights,
): Promise<Result<ScanDone>> {
  const done = await carryOut(book, desk, text, rights);
  const refusedScan = done.ok ? null : { fault: done.fault, at: book.ports.clock.now() };
  if (book.state().refusedScan !== refusedScan) book.change({ refusedScan });
  return done;
}

async function carryOut(
  book: Book,
  desk: PaymentDesk,
  text: string,
  rights: ScanRights,
): Promise<Result<ScanDone>> {
  // A sale that the machine's own code did not begin would stand in the way of every customer after it.
  if (book.config.unattended) return err({ kind: 'scanAtMachine' });
  const meaning = meaningOf(text);
  switch (meaning.kind) {
    case 'goods':
      return rights.goods ? addScanned(book, { barcode: text.trim() }) : err({ kind: 'scanIsTheCashiers' });
    case 'text':
      return rights.goods ? addScanned(book, { sku: meaning.text }) : err({ kind: 'codeUnknown' });
    case 'command':
      return rights.commands ? obey(book, desk, meaning.command) : err({ kind: 'scanIsTheCashiers' });
    case 'personalQr': {
      const identified = await identifyByQr(book, meaning);
      return identified.ok ? ok({ meaning: 'customer' }) : identified;
    }
    case 'storeQr':
      return err({ kind: 'codeIsTheStores' });
    case 'damagedByLayout':
      return err(damageFault(meaning.damage));
    case 'nothing':
      return err({ kind: 'codeUnknown' });
    default:
      return assertNever(meaning);
  }
}

function addScanned(book: Book, which: { sku: string } | { barcode: string }): Result<ScanDone> {
  const product = findProduct(book, which);
  if (!product.ok) return 'sku' in which ? err({ kind: 'codeUnknown' }) : product;
  const added = addProduct(book, product.value, 1);
  return added.ok ? ok({ meaning: 'goods' }) : added;
}

/** Each is refused as its key would be: a basket without goods is not asked for, a payment that is none not cancelled. */
async function obey(book: Book, desk: PaymentDesk, command: TillCommand): Promise<Result<ScanDone>> {
  const done = await carryOutCommand(book, desk, command);
  return done.ok ? ok({ meaning: 'command' }) : done;
}

async function carryOutCommand(
  book: Book,
  desk: PaymentDesk,
  command: TillCommand,
): Promise<Result<unknown>> {
  switch (command) {
    case 'park':
      return park(book);
    case 'cancel':
      return desk.cancel();
    case 'request':
      return desk.request('push');
    default:
      return assertNever(command);
  }
}
