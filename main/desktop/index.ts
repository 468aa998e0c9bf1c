/**
 * The desktop's first lines: what Electron must be told before it is ready, and nothing more. The till itself is loaded
 * beside Electron's own start.
 */

import { join } from 'node:path';
import { app } from 'electron';
import { dataHome } from '../settings/dataHome.ts';
import { announceScheme } from './security/ownScheme.ts';

function fail(thrown: unknown): void {
  process.stderr.write(`klubbkassa: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  app.exit(1);
}

// The lock for one till at a time lies in this folder, so two tills with a home each can run side by side.
app.setPath('userData', join(dataHome(process.env), 'desktop'));
app.enableSandbox();
announceScheme();

if (app.requestSingleInstanceLock()) {
  const loading = import('./run.ts');
  // Not awaited here: Electron is ready only after this module has been evaluated.
  Promise.all([loading, app.whenReady()])
    .then(([desktop]) => desktop.start(process.env), fail)
    .catch(fail);
} else {
  process.stderr.write('klubbkassa: this till runs already\n');
  app.exit(0);
}
