/** The books of the training service, and what time it is there: its clock may run many times as fast as ours. */

import type { Books } from '../../main/simulation/auditor.ts';
import { wallNow } from '../bench/wallTime.ts';

export interface ServiceBooks {
  read(): Promise<Books['ledger']>;
  /** Never earlier than the service's clock; later by what asking it once has taken. */
  now(): number;
}

export async function openServiceBooks(url: string, timesFaster: number): Promise<ServiceBooks> {
  const read = async () => (await (await fetch(`${url}/training/ledger`)).json()) as Books['ledger'];
  // The first request of a connection is a slow one.
  await read();
  const asked = wallNow();
  const { at } = await read();
  if (!Number.isFinite(at)) throw new Error('the training service does not tell its time; run npm run build');
  return { read, now: () => at + (wallNow() - asked) * timesFaster };
}
