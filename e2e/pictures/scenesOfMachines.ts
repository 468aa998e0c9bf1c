/** Pictures of a machine's glass: scanned first, chosen first, made easier to use, and out of order. */

import { aCode } from '../fixtures/storeCode.ts';
import { MachineScreen } from '../pages/MachineScreen.ts';
import type { Scene } from './scene.ts';
import { member, type Stall } from './stall.ts';

const skus = ['KO-003', 'KO-027', 'MA-003', 'MA-004', 'LY-002', 'PO-001', 'UL-003', 'SO-002'];

/** Filled, with one of the goods sold out. */
async function filled(stall: Stall): Promise<MachineScreen> {
  const slots = skus.map((sku, index) => ({
    sku,
    stock: index === 4 ? 0 : 3 + index,
    code: `${'ABCD'.charAt(index / 2)}${(index % 2) + 1}`,
  }));
  await stall.call('vending.stock', { slots });
  return new MachineScreen(stall.display.page);
}

/** Whose turn it is. */
async function turnAt(stall: Stall): Promise<string> {
  const { machine } = await stall.until((state) => state.machine?.turn != null);
  return machine?.turn ?? '';
}

export const machineScenes: readonly Scene[] = [
  {
    pictures: ['machine-idle', 'machine-choosing', 'machine-dispensing', 'machine-paid', 'machine-broken'],
    stall: { timesFaster: 1, machine: true },
    async play(stall, take) {
      const { wallet } = stall;
      const glass = await filled(stall);
      const call: Parameters<typeof aCode>[0]['call'] = async (name, input) => ({
        ok: true,
        value: await stall.call(name, input),
      });
      const code = await aCode({ call });
      await glass.expectHeading('Skann med Vipps');
      await glass.expectCode('QR‑koden til automaten');
      await take('machine-idle', glass.page);
      await wallet?.customer({ phone: member, does: 'approve', afterMs: 0 });
      await wallet?.scanCode(member, code);
      await glass.expectHeading('Velg en vare');
      await take('machine-choosing', glass.page);
      const turn = await turnAt(stall);
      const { itemId } = await stall.call('vending.take', { turn, sku: 'KO-003' });
      await glass.expectHeading(/er på vei/);
      await take('machine-dispensing', glass.page);
      await stall.call('vending.settle', { itemId, outcome: 'dispensed' });
      await stall.call('vending.done', { turn });
      await glass.expectHeading('Takk!');
      await take('machine-paid', glass.page);
      await stall.call('vending.done', { turn });
      await stall.call('vending.fault', { reason: 'E07' });
      await glass.expectHeading('Automaten tar en pause');
      await take('machine-broken', glass.page);
    },
  },
  {
    pictures: ['machine-choose-first', 'machine-pay', 'machine-low-reach'],
    stall: { timesFaster: 1, machine: true },
    async play(stall, take) {
      const glass = await filled(stall);
      await glass.expectHeading('Velg en vare');
      await take('machine-choose-first', glass.page);
      for (const key of ['Større tekst', 'Høy kontrast', 'Lav høyde']) await glass.button(key).click();
      await take('machine-low-reach', glass.page);
      for (const key of ['Større tekst', 'Høy kontrast', 'Lav høyde']) await glass.button(key).click();
      await stall.wallet?.customer({ phone: 'walkIn', does: 'never' });
      await stall.call('vending.choose', { sku: 'KO-003' });
      await glass.expectHeading('Skann og godkjenn');
      await glass.expectCode('QR‑kode for denne betalingen');
      await take('machine-pay', glass.page);
    },
  },
];
