/** Unit and integration tests: beside the code, run by Node, without a browser. */

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,main,hardware,renderer}/**/*.test.{ts,tsx}', 'e2e/{walls,hid-vm}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
