/** Goods for the till: the sample's own, and as many more as a large store has. */

import { readFileSync } from 'node:fs';

export interface Goods {
  readonly csv: string;
  readonly count: number;
  readonly barcodes: readonly string[];
  /** First words of the names, in the order of the alphabet. */
  readonly kinds: readonly string[];
}

const header = 'sku;navn;pris;medlemspris;mva;strekkoder';
const kinds = [
  'Anorakk', 'Badeshorts', 'Bæremeis', 'Duntrøye', 'Fjellstøvel', 'Fleecejakke', 'Fotpose', 'Gamasjer', 'Hansker',
  'Hengekøye', 'Hodelykt', 'Hurtigtørkende', 'Jakke', 'Kajakk', 'Kart', 'Kjele', 'Kompass', 'Lue', 'Luftmadrass',
  'Lusekofte', 'Nettingtrøye', 'Pannebånd', 'Primus', 'Pulk', 'Regnbukse', 'Ryggsekk', 'Skistav', 'Sokker',
  'Sovepose', 'Stormkjøkken', 'Telt', 'Termos', 'Treningsbukse', 'Turbukse', 'Ullbukse', 'Ulltrøye', 'Vindjakke',
  'Votter', 'Ytterjakke', 'Øks',
] as const; // biome-ignore format: a list of words
const models = [
  'Dovre',
  'Femund',
  'Hardanger',
  'Jotun',
  'Lofoten',
  'Rondane',
  'Saltfjell',
  'Setesdal',
] as const;
const colours = ['blå', 'brun', 'grønn', 'grå', 'gul', 'hvit', 'oransje', 'rød', 'sort', 'turkis'] as const;
const sizes = ['XS', 'S', 'M', 'L', 'XL'] as const;

/** The catalogue a till in training begins with. */
export function sampleGoods(): Goods {
  const csv = readFileSync('assets/catalogue/outdoor.csv', 'utf8');
  const rows = csv.trim().split('\n').slice(1);
  const barcodes = rows.flatMap((row) => row.trim().split(';').at(-1)?.split(' ').slice(0, 1) ?? []);
  return { csv, count: rows.length, barcodes: barcodes.filter((one) => one !== ''), kinds: [] };
}

/** Every name and barcode is another one; the same for the same `count`. */
export function manyGoods(count: number): Goods {
  const pick = <T>(from: readonly T[], step: number, index: number): T => {
    const one = from[Math.floor(index / step) % from.length];
    if (one === undefined) throw new Error('nothing to choose from');
    return one;
  };
  const barcodes: string[] = [];
  const rows = Array.from({ length: count }, (_, index) => {
    const name = [
      pick(kinds, 1, index),
      pick(models, kinds.length, index),
      pick(colours, kinds.length * models.length, index),
      pick(sizes, kinds.length * models.length * colours.length, index),
      String(1000 + Math.floor(index / (kinds.length * models.length * colours.length * sizes.length))),
    ].join(' ');
    const barcode = withCheckDigit(`2100${String(index).padStart(8, '0')}`);
    barcodes.push(barcode);
    const price = 49 + ((index * 7) % 2950);
    const member = index % 3 === 0 ? `${Math.ceil(price * 0.8)},00` : '';
    return `${5_000_000 + index};${name};${price},00;${member};25;${barcode}`;
  });
  return { csv: [header, ...rows].join('\n'), count, barcodes, kinds };
}

/** GS1 General Specifications 7.9: weights 3 and 1 from the right. */
function withCheckDigit(digits: string): string {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
