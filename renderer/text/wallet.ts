/**
 * What the wallet is called in a market on a day. In Denmark and Finland MobilePay becomes Vipps on 12 January 2027;
 * no other file names a wallet.
 */

export type Market = 'NO' | 'DK' | 'FI';

interface Name {
  /** First local day of the name; `null` as far back as a till can look. */
  readonly from: string | null;
  readonly name: string;
}

const vippsEverywhereFrom = '2027-01-12';

const renamed: readonly Name[] = [
  { from: null, name: 'MobilePay' },
  { from: vippsEverywhereFrom, name: 'Vipps' },
];

const names: Readonly<Record<Market, readonly Name[]>> = {
  NO: [{ from: null, name: 'Vipps' }],
  DK: renamed,
  FI: renamed,
};

/** The switch happens at local midnight of the till. */
export function walletName(market: Market, at: number): string {
  const known = names[market].filter((one) => one.from === null || localMidnight(one.from) <= at);
  return known.at(-1)?.name ?? 'Vipps';
}

/** Staff texts may name the company that runs both wallets. */
export const company = 'Vipps MobilePay';

/** Both wallets open a code on a screen, the local one first. */
export function anyWallet(market: Market, at: number, or: string): string {
  const local = walletName(market, at);
  if (at >= localMidnight(vippsEverywhereFrom)) return local;
  return local === 'Vipps' ? `Vipps ${or} MobilePay` : `MobilePay ${or} Vipps`;
}

function localMidnight(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).getTime();
}
