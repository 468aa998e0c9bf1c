/** Reads a line from the socket into a message; nothing that comes from outside is believed. */

import { isAim } from '../scanner/symbology.ts';
import type { SimulatedMessage } from './messages.ts';

/** `null` when the line is not one of the messages. */
export function parseMessage(line: string): SimulatedMessage | null {
  const value = parseJson(line);
  if (value === null) return null;
  const kind = value.get('kind');
  const device = value.get('device');
  if (device !== undefined && (typeof device !== 'string' || !/^[\w-]{1,40}$/.test(device))) return null;
  const named = device === undefined ? {} : { device };
  switch (kind) {
    case 'scan': {
      const text = value.get('text');
      const symbology = value.get('symbology') ?? null;
      // 7089: the most that a QR code holds.
      if (typeof text !== 'string' || text === '' || Buffer.byteLength(text) > 7089) return null;
      if (symbology !== null && (typeof symbology !== 'string' || !isAim(symbology))) return null;
      return { kind, text, symbology, ...named };
    }
    case 'report': {
      const hex = value.get('hex');
      return isHex(hex) ? { kind, hex, ...named } : null;
    }
    case 'plug': {
      const vendorId = value.get('vendorId');
      const productId = value.get('productId');
      const descriptor = value.get('descriptor');
      if (vendorId !== undefined && !isWord(vendorId)) return null;
      if (productId !== undefined && !isWord(productId)) return null;
      if (descriptor !== undefined && !isHex(descriptor)) return null;
      return {
        kind,
        ...named,
        ...(vendorId === undefined ? {} : { vendorId }),
        ...(productId === undefined ? {} : { productId }),
        ...(descriptor === undefined ? {} : { descriptor }),
      };
    }
    case 'unplug':
      return { kind, ...named };
    case 'refuse': {
      const fault = value.get('fault');
      return fault === null || fault === 'deviceDenied' || fault === 'deviceBusy' ? { kind, fault } : null;
    }
    case 'status':
      return { kind };
    default:
      return null;
  }
}

function parseJson(line: string): ReadonlyMap<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
  } catch {
    return null;
  }
}

function isWord(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffff;
}

function isHex(value: unknown): value is string {
  return typeof value === 'string' && /^([0-9a-f]{2}){1,4096}$/i.test(value);
}
