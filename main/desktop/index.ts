/** The desktop's entry: what must come first, then the till itself, loaded beside Electron's own start. */

import { app } from 'electron';
import { tellFirst } from './first.ts';

function fail(thrown: unknown): void {
  process.stderr.write(`klubbkassa: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  app.exit(1);
}

if (!tellFirst(process.env)) {
  fail('this Electron was ready too early; start it with: electron -r dist/first/first.cjs .');
} else if (app.requestSingleInstanceLock()) {
  const loading = import('./run.ts');
  // Not awaited here: Electron is ready only after this module has been evaluated.
  Promise.all([loading, app.whenReady()])
    .then(([desktop]) => desktop.start(process.env))
    .catch(fail);
} else {
  process.stderr.write('klubbkassa: this till runs already\n');
  app.exit(0);
}
