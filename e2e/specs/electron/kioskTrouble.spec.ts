/** A machine's page that dies or hangs while a customer chooses: nobody is there who could help, and nothing is lost. */

import type { DisplayView } from '../../../app/contract/view.ts';
import { contentsOf, dies, hangs, inPage, words } from '../../fixtures/brokenPage.ts';
import { toldState } from '../../fixtures/electronTill.ts';
import { expect, isThere, type Kiosk, test } from '../../fixtures/kiosk.ts';
import { expectLocked } from '../../fixtures/kioskLock.ts';
import { kari } from '../../fixtures/machine.ts';

/** What the page that is there now was told of the machine. */
async function machineNow({ app }: Kiosk): Promise<DisplayView['machine']> {
  const state = (await inPage(app, 'display', toldState)) as DisplayView | null;
  return state?.machine ?? null;
}

/** A finger on the first of the goods that can be taken. */
async function touchGoods({ app }: Kiosk): Promise<void> {
  const middle = await inPage(app, 'display', () => {
    const box = document.querySelector('button.ks-tile')?.getBoundingClientRect();
    if (box === undefined) throw new Error('nothing can be taken');
    return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  });
  await (await contentsOf(app, 'display')).evaluate((contents, at) => {
    for (const type of ['mouseDown', 'mouseUp'] as const)
      if (at !== null) contents.sendInputEvent({ type, ...at, button: 'left', clickCount: 1 });
  }, middle);
}

for (const [what, breaks] of [
  ['a machine’s page that dies in a customer’s turn is there again, locked, with the same turn', dies],
  [
    'a machine’s page that hangs in a customer’s turn is ended and there again, locked, with the same turn',
    hangs,
  ],
] as const)
  test(what, async ({ kiosk, wallet }) => {
    const { app, screen } = kiosk;
    await isThere(screen).waitFor();
    await wallet.customer({ phone: kari, does: 'approve', afterMs: 0 });
    expect(await wallet.scanCode(kari, kiosk.code)).toBe('done');
    await expect(screen.getByRole('heading', { name: 'Velg en vare' })).toBeVisible();
    const shown = await words(app, 'display');
    expect(shown).toMatch(/Inntil .+ reservert/);
    const before = await machineNow(kiosk);
    expect(before).toMatchObject({ phase: 'choosing', turn: expect.any(String), items: [] });

    await breaks({ app, page: screen, screen: 'display' });
    await expect.poll(() => words(app, 'display')).toBe(shown);
    expect(await machineNow(kiosk)).toEqual(before);
    await expectLocked(app);

    await touchGoods(kiosk);
    await expect.poll(async () => (await machineNow(kiosk))?.phase).toBe('dispensing');
    const [item] = (await machineNow(kiosk))?.items ?? [];
    await kiosk.tell('vending.settle', { itemId: item?.id, outcome: 'dispensed' });
    await expect.poll(() => words(app, 'display')).toContain('Takk!');
    const { payments } = await wallet.books();
    expect(payments).toMatchObject([{ amount: before?.reserved?.minor, captured: item?.price.minor }]);
    expect(payments[0]?.cancelled).toBe((before?.reserved?.minor ?? 0) - (item?.price.minor ?? 0));
  });
