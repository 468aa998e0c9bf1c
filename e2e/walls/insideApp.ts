/** Who may import whom in `app` and `hardware`: each row of the table and each side door. */

import type { Row } from './row.ts';

export const insideApp: readonly Row[] = [
  {
    file: 'app/kernel/wall.ts',
    refused: ['../domain/money.ts', '../ports/Clock.ts', '../../main/clock.ts', 'zod', 'node:fs'],
    passes: ['./result.ts'],
  },
  {
    file: 'app/domain/wall.ts',
    refused: [
      '../ports/Clock.ts',
      '../flows/book.ts',
      '../contract/view.ts',
      '../testing/shop.ts',
      '../till.ts',
      '../../hardware/index.ts',
      'zod',
      'vitest',
      'node:crypto',
    ],
    passes: ['./money.ts', '../kernel/time.ts'],
  },
  {
    file: 'app/ports/Wall.ts',
    refused: ['../flows/book.ts', '../contract/calls.ts', 'zod', 'axios'],
    passes: ['./Clock.ts', '../domain/money.ts', '../kernel/result.ts'],
  },
  {
    file: 'app/flows/wall.ts',
    refused: [
      '../contract/calls.ts',
      '../contract/viewDisplay.ts',
      '../till.ts',
      '../../main/vipps/index.ts',
      '../../hardware/index.ts',
      'zod',
      'electron',
    ],
    passes: ['./book.ts', '../ports/Ports.ts', '../domain/sale.ts', '../kernel/fault.ts'],
  },
  {
    file: 'app/till.ts',
    refused: ['./contract/calls.ts', './testing/shop.ts', '../main/compose.ts', 'zod'],
    passes: ['./flows/book.ts', './ports/Ports.ts', './domain/sale.ts', './kernel/result.ts'],
  },
  {
    file: 'app/contract/wall.ts',
    refused: ['./schemas.ts', 'zod', '../flows/book.ts', '../ports/Clock.ts', '../till.ts'],
    passes: ['./view.ts', '../domain/sale.ts', '../kernel/fault.ts'],
  },
  {
    file: 'app/contract/schemas.ts',
    refused: ['../ports/Clock.ts', '../flows/book.ts', 'axios'],
    passes: ['zod', './calls.ts', '../kernel/fault.ts'],
  },
  {
    file: 'app/wall.test.ts',
    refused: ['../main/clock.ts', '../hardware/index.ts', 'node:fs', 'zod'],
    passes: ['vitest', './till.ts', './testing/shop.ts', './contract/view.ts'],
  },
  {
    file: 'app/flows/wall.test.ts',
    refused: ['../../main/clock.ts', '../../renderer/till.ts', 'node:fs'],
    passes: ['vitest', '../testing/shop.ts', '../till.ts', './book.ts'],
  },
  {
    file: 'app/testing/wall.ts',
    refused: ['vitest', '../../main/clock.ts', 'node:fs'],
    passes: ['../till.ts', '../domain/sale.ts', './shop.ts'],
  },
  { file: 'app/another/wall.ts', refused: ['../kernel/result.ts', 'zod'], passes: ['./neighbour.ts'] },
  {
    file: 'hardware/index.ts',
    refused: [
      '../main/compose.ts',
      '../renderer/till.ts',
      '../app/contract/calls.ts',
      '../app/flows/book.ts',
      'electron',
      'axios',
      'zod',
      'node-hid',
      '@serialport/bindings-cpp',
    ],
    passes: ['./hid/hid.ts', '../app/ports/Scanner.ts', '../app/domain/wedge.ts', 'node:os'],
  },
  {
    file: 'hardware/scanner/wall.ts',
    refused: [
      '../../main/clock.ts',
      '../../app/contract/view.ts',
      'electron',
      'axios',
      'node-hid',
      '@serialport/bindings-cpp',
      'node:sqlite',
    ],
    passes: [
      '../connection.ts',
      '../hid/hid.ts',
      '../../app/ports/Scanner.ts',
      '../../app/kernel/time.ts',
      'node:fs/promises',
    ],
  },
  {
    file: 'hardware/hid/nodeHid.ts',
    refused: ['electron', '../../main/clock.ts'],
    passes: ['node-hid', './hid.ts'],
  },
  {
    file: 'hardware/serial/nodeSerial.ts',
    refused: ['electron', 'node-hid', '../../main/clock.ts'],
    passes: ['@serialport/bindings-cpp', './serialPorts.ts'],
  },
];
