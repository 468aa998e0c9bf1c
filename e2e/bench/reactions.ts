/** How soon the screen shows what was done: a customer's code, goods, letters of a search; with few and with many goods. */

import { readFileSync } from 'node:fs';
import type { Bench } from './applications.ts';
import { type Figure, type Measured, ratioOf } from './figures.ts';
import { type Goods, manyGoods, sampleGoods } from './goods.ts';
import { openScreens, type Screens } from './screens.ts';
import { wallNow } from './wallTime.ts';

const part = 'Reaction';
const many = 100_000;
const samples = { customer: 100, goods: 100, words: 20 } as const;
/** Lines before the basket is emptied: that of an ordinary sale. */
const basketSize = 8;

/** The customer whom training knows as a member by name. */
const member = { phone: '4791234567', name: 'Kari' } as const;

export async function measureReactions(bench: Bench): Promise<Measured> {
  const [fewHome, manyHome] = [bench.folder(), bench.folder()];
  const few = await openScreens(await bench.till(fewHome), fewHome);
  const large = await openScreens(await bench.till(manyHome), manyHome);
  let measured: Measured;
  try {
    for (const screens of [few, large]) await screens.press('Escape');
    const [fewGoods, manyMore] = [sampleGoods(), manyGoods(many)];
    const importing = await measureImport(large, manyMore);
    const customer = await measureCustomer(few);
    const [atFew, atMany] = await measureGoods([few, fewGoods], [large, manyMore]);
    const searching = await measureSearch(large, manyMore);
    const clocks: Figure = {
      key: 'clocks',
      part,
      what: 'clocks of till and bench apart, at the end',
      unit: 'ms',
      values: [await few.clockGap(), await large.clockGap()],
    };
    measured = {
      figures: [...customer, atFew, atMany, ...searching, ...importing, clocks],
      ratios: [ratioOf(`${many} goods / ${fewGoods.count}`, atMany, atFew)],
      missing: [],
    };
  } finally {
    await few.close();
    await large.close();
  }
  return { ...measured, figures: [...measured.figures, await measureLargeStart(bench, manyHome)] };
}

/** A start reads what is kept, so it is looked at with much in it too. */
async function measureLargeStart(bench: Bench, home: string): Promise<Figure> {
  const values: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const { usable, spawnedAt, close } = await bench.till(home);
    values.push(usable.answered - spawnedAt);
    await close();
  }
  const what = `till, two windows, ${many} goods: primary answers its key`;
  return { key: 'start.many.usable', part: 'Cold start', what, unit: 'ms', values };
}

async function measureImport(screens: Screens, goods: Goods): Promise<readonly Figure[]> {
  const from = wallNow();
  const importing = screens.call('catalogue.import', { csv: goods.csv });
  const silence = await screens.longestSilence(importing);
  const took = wallNow() - from;
  const { imported } = (await importing) as { readonly imported: number };
  if (imported !== goods.count) throw new Error(`imported ${imported} of ${goods.count}`);
  const figure = (key: string, what: string, value: number): Figure => ({
    key,
    part,
    what,
    unit: 's',
    values: [value / 1000],
  });
  return [
    figure('import.took', `import of ${goods.count} goods`, took),
    figure('import.silence', 'longest time without an answer of the till meanwhile', silence),
  ];
}

/** The report of a real layout, of the code in which a wallet shows a number as text (payments.md 5.1; scanners.md 7). */
function personalReport(phone: string): string {
  const recording = readFileSync('hardware/scanner/recordings/A-personal-qr.txt', 'utf8');
  const hex = /^<= (.*)$/m.exec(recording)?.[1] ?? '';
  const recorded = /031\/(\d{10})\?/.exec(recording)?.[1] ?? '';
  const asHex = (text: string) => Buffer.from(text).toString('hex');
  if (!hex.includes(asHex(recorded))) throw new Error('the recording has no number in it');
  return hex.replace(asHex(recorded), asHex(phone));
}

async function measureCustomer(screens: Screens): Promise<readonly Figure[]> {
  const report = { kind: 'report', hex: personalReport(member.phone) } as const;
  const selector = '.lineside .headline';
  const nobody = await screens.text(selector);
  const [first, named]: [number[], number[]] = [[], []];
  for (let sample = 0; sample < samples.customer * 2; sample += 1) {
    if (sample % 2 === 0) named.push(await screens.scanned(report, { selector, text: member.name }));
    else first.push(await screens.scanned(report, { selector, butNot: nobody }));
    await screens.reached({ selector, text: nobody }, () => screens.call('customer.clear', {}));
  }
  return [
    {
      key: 'hid.name',
      part,
      what: 'HID report to the member’s name on the screen',
      unit: 'ms',
      values: named,
    },
    {
      key: 'hid.first',
      part,
      what: 'HID report to the first sign of the customer',
      unit: 'ms',
      values: first,
    },
  ];
}

/** In turns, so that whatever else the machine does meanwhile falls on both alike. */
async function measureGoods(
  ...tills: readonly (readonly [Screens, Goods])[]
): Promise<readonly [Figure, Figure]> {
  const figures = tills.map(([, goods]): Figure & { values: number[] } => ({
    key: `scan.${goods.count}`,
    part,
    what: `scan to the new line in the basket, ${goods.count} goods`,
    unit: 'ms',
    values: [],
  }));
  for (let sample = 0; sample < samples.goods; sample += 1) {
    for (const [index, [screens, goods]] of tills.entries()) {
      const line = sample % basketSize;
      if (line === 0 && sample > 0) await discard(screens);
      const step = Math.floor(goods.count / samples.goods);
      const text = goods.barcodes[sample * step] ?? '';
      const wanted = { selector: '[data-line]', count: line + 1 };
      figures[index]?.values.push(await screens.scanned({ kind: 'scan', text, symbology: ']E0' }, wanted));
    }
  }
  for (const [screens] of tills) await discard(screens);
  const [first, second] = figures;
  if (first === undefined || second === undefined) throw new Error('two tills are compared');
  return [first, second];
}

async function discard(screens: Screens): Promise<void> {
  await screens.call('sale.discard', {});
  await screens.gone('[data-line]');
}

/** A sample is a letter that brings another first result than stood there before. */
async function measureSearch(screens: Screens, goods: Goods): Promise<readonly Figure[]> {
  const [firsts, nexts]: [number[], number[]] = [[], []];
  const firstWith = (start: string) => goods.kinds.find((kind) => kind.toLowerCase().startsWith(start));
  const step = Math.max(1, Math.floor(goods.kinds.length / samples.words));
  for (const kind of goods.kinds.filter((_, index) => index % step === 0)) {
    await screens.pressed('F2', { selector: '.searchfield input' });
    for (let length = 1; length <= 5; length += 1) {
      const typed = kind.slice(0, length).toLowerCase();
      const letter = typed.at(-1) ?? '';
      const before = await screens.text('.results .result:first-child .second');
      const wanted = { selector: '.results .result:first-child mark', text: typed };
      const changes = firstWith(typed) !== firstWith(typed.slice(0, -1));
      if (length === 1) firsts.push(await screens.pressed(letter, wanted));
      else if (changes)
        nexts.push(
          await screens.pressed(letter, {
            selector: '.results .result:first-child',
            text: typed,
            butNot: before,
          }),
        );
      else await screens.pressed(letter, wanted);
    }
    await screens.press('Escape');
    await screens.gone('.over');
  }
  const figure = (key: string, what: string, values: number[]): Figure => ({
    key,
    part,
    what,
    unit: 'ms',
    values,
  });
  const among = `to the first result, ${goods.count} goods`;
  return [
    figure('search.first', `first letter of a search ${among}`, firsts),
    figure('search.next', `next letter ${among}`, nexts),
  ];
}
