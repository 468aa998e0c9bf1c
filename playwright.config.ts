/** The built product, used as people use it: in Chromium on the headless host, in Electron, and packed. */

import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  // Each test starts a till of its own; two at a time leave a small machine room to breathe.
  workers: 2,
  // A test that only passes the second time is a defect and not a nuisance.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  projects: [
    {
      name: 'chromium',
      testMatch: ['specs/**/*.spec.ts', 'kill/{headless,unattended}.spec.ts'],
      testIgnore: 'electron/**',
    },
    {
      name: 'electron',
      testMatch: ['specs/**/*.spec.ts', 'kill/electron.spec.ts'],
      testIgnore: 'headless/**',
    },
    { name: 'package', testDir: 'e2e/package' },
  ],
});
