/** Who may import whom in `main` without its windows: each adapter by itself, and the composition that knows them. */

import type { Row } from './row.ts';

export const insideMain: readonly Row[] = [
  {
    file: 'main/wall.ts',
    refused: [
      './vipps/index.ts',
      './journal/open.ts',
      './desktop/windows.ts',
      '../hardware/index.ts',
      '../renderer/till.ts',
      '../app/testing/shop.ts',
      'electron',
      'axios',
      'node:sqlite',
    ],
    passes: ['./clock.ts', '../app/kernel/result.ts', 'node:path', 'zod'],
  },
  {
    file: 'main/simulation/mutations/wall.ts',
    refused: [
      '../../../app/till.ts',
      '../../training/index.ts',
      '../../journal/open.ts',
      'axios',
      'node:sqlite',
    ],
    passes: ['../batch.ts', './table.ts', 'node:worker_threads'],
  },
  {
    file: 'main/compose.ts',
    refused: [
      './desktop/windows.ts',
      './headless/index.ts',
      './http/http.ts',
      './vipps/testing/till.ts',
      '../hardware/scanner/HidPos.ts',
      '../renderer/till.ts',
      'electron',
      'axios',
      'node:sqlite',
    ],
    passes: [
      './vipps/index.ts',
      './training/index.ts',
      './journal/open.ts',
      '../hardware/index.ts',
      '../app/till.ts',
    ],
  },
  {
    file: 'main/compose/wall.ts',
    refused: [
      '../desktop/windows.ts',
      '../headless/index.ts',
      '../http/http.ts',
      '../../hardware/hid/hid.ts',
      '../../renderer/till.ts',
      'electron',
    ],
    passes: [
      '../vipps/index.ts',
      '../training/index.ts',
      '../../hardware/index.ts',
      '../../app/contract/calls.ts',
    ],
  },
  {
    file: 'main/door/wall.ts',
    refused: [
      '../vipps/index.ts',
      '../journal/open.ts',
      '../../hardware/index.ts',
      '../desktop/windows.ts',
      'electron',
    ],
    passes: ['zod', './door.ts', '../../app/contract/schemas.ts', '../../app/till.ts'],
  },
  {
    file: 'main/door/wall.test.ts',
    refused: ['electron', '../desktop/windows.ts', '../../renderer/till.ts', '../../hardware/hid/hid.ts'],
    passes: ['vitest', './testing/aTill.ts', '../journal/open.ts', '../../app/testing/shop.ts', 'node:fs'],
  },
  {
    file: 'main/headless/wall.ts',
    refused: [
      'electron',
      '../desktop/windows.ts',
      '../vipps/index.ts',
      '../journal/open.ts',
      '../../renderer/till.ts',
      '../../hardware/index.ts',
    ],
    passes: ['../compose.ts', '../http/http.ts', '../pages/headers.ts', 'node:http', 'zod'],
  },
  {
    file: 'main/http/wall.ts',
    refused: [
      'electron',
      '../compose.ts',
      '../desktop/windows.ts',
      '../headless/index.ts',
      '../vipps/index.ts',
      '../journal/open.ts',
      '../../renderer/till.ts',
    ],
    passes: ['../door/door.ts', '../pages/headers.ts', '../webhooks/receiver.ts', 'node:http', 'zod'],
  },
  {
    file: 'main/vipps/wall.ts',
    refused: [
      '../training/service.ts',
      '../journal/open.ts',
      '../members/http.ts',
      '../desktop/windows.ts',
      'electron',
      './testing/till.ts',
    ],
    passes: ['axios', 'jose', './wire/qr.ts', '../../app/ports/Payments.ts', 'node:crypto'],
  },
  {
    file: 'main/vipps/wire/wall.ts',
    refused: ['axios', '../client.ts', '../../training/mint.ts', 'node:fs'],
    passes: ['zod', './qr.ts'],
  },
  {
    file: 'main/vipps/wall.test.ts',
    refused: ['../training/service.ts', 'electron', '../../renderer/till.ts'],
    passes: ['vitest', 'ajv', './testing/till.ts', '../../app/kernel/result.ts'],
  },
  {
    file: 'main/training/wall.ts',
    refused: [
      '../vipps/client.ts',
      '../vipps/wire/qr.ts',
      '../webhooks/verify.ts',
      '../journal/open.ts',
      'axios',
      'jose',
      '../../app/contract/calls.ts',
    ],
    passes: ['./mint.ts', 'zod', 'node:http', '../../app/ports/Clock.ts'],
  },
  {
    file: 'main/training/wall.test.ts',
    refused: ['../vipps/client.ts'],
    passes: ['vitest', './service.ts', 'jose'],
  },
  {
    file: 'main/journal/wall.ts',
    refused: [
      'node:sqlite',
      '@photostructure/sqlite',
      '../vipps/index.ts',
      '../members/embedded.ts',
      'axios',
    ],
    passes: ['./sqlite.ts', 'zod', 'node:fs', '../../app/ports/Journal.ts'],
  },
  {
    file: 'main/journal/sqlite.ts',
    refused: ['../vipps/index.ts', 'better-sqlite3', 'electron'],
    passes: ['node:sqlite', '@photostructure/sqlite'],
  },
  {
    file: 'main/members/wall.ts',
    refused: [
      'axios',
      'node:sqlite',
      '../catalogue/catalogue.ts',
      '../vipps/index.ts',
      '../journal/journal.ts',
    ],
    passes: ['zod', '../csv.ts', '../journal/open.ts', '../../app/ports/Members.ts'],
  },
  {
    file: 'main/catalogue/wall.ts',
    refused: ['axios', 'node:sqlite', '../members/embedded.ts', '../training/mint.ts'],
    passes: ['zod', '../csv.ts', '../journal/rows.ts', '../../app/ports/Catalogue.ts'],
  },
  {
    file: 'main/webhooks/wall.ts',
    refused: ['../vipps/webhooks.ts', '../training/webhookSignature.ts', 'axios', 'electron'],
    passes: ['zod', 'node:crypto', './verify.ts'],
  },
  {
    file: 'main/settings/wall.ts',
    refused: ['electron', 'axios', '../vipps/config.ts', '../journal/journal.ts'],
    passes: ['zod', 'node:fs', '../journal/vault.ts'],
  },
  {
    file: 'main/log/wall.ts',
    refused: ['electron', '../vipps/index.ts'],
    passes: ['./redact.ts', 'node:fs'],
  },
  {
    file: 'main/pages/wall.ts',
    refused: ['electron', '../door/door.ts'],
    passes: ['./headers.ts', 'node:path'],
  },
  { file: 'main/another/wall.ts', refused: ['../clock.ts', 'zod'], passes: ['./neighbour.ts'] },
];
