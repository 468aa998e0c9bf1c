/** The desktop: Electron's main process owns the till; its windows show it. */

import { join } from 'node:path';
import { app, dialog, Menu, session } from 'electron';
import { hasOpenPayment } from '../compose/openPayment.ts';
import { compose } from '../compose.ts';
import { rendererFiles } from '../pages/rendererFiles.ts';
import { findProgram } from '../program.ts';
import { dataHome } from '../settings/environment.ts';
import { openChannels } from './ipc/channels.ts';
import { createGate } from './ipc/gate.ts';
import { isOnlyOne, leaveInOrder } from './lifecycle.ts';
import { keyInKeychain } from './secrets.ts';
import { hardenContents, hardenSession } from './security/hardening.ts';
import { ownOrigin } from './security/ownPages.ts';
import { announceScheme, serveScheme } from './security/ownScheme.ts';
import { createWindows } from './windows.ts';

async function start(): Promise<void> {
  const program = findProgram();
  const composed = await compose({
    environment: process.env,
    program,
    keys: keyInKeychain,
    takesWebhooks: false,
  });
  if (!composed.ok) {
    process.stderr.write(`klubbkassa: ${composed.fault}\n`);
    dialog.showErrorBox('Klubbkassa', composed.fault);
    app.exit(1);
    return;
  }
  const house = composed.value;
  const { door, log, clock } = house;

  hardenContents(log);
  hardenSession(session.defaultSession, ownOrigin, log);
  serveScheme(session.defaultSession, rendererFiles(program.pages), house.qrImages);
  Menu.setApplicationMenu(null);

  const windows = createWindows({
    preload: join(program.root, 'dist', 'preload', 'index.cjs'),
    icon: join(program.root, 'assets', 'icons', 'icon.png'),
    clock,
    log,
  });
  const gate = createGate({ door, windowAudience: windows.audienceOf, log });
  const channels = openChannels(gate, door);

  windows.openTill();
  leaveInOrder({
    unsettled: () => hasOpenPayment(house.till.state()),
    language: house.language,
    tillWindow: windows.till,
    async close() {
      channels.close();
      await house.close();
    },
    clock,
    log,
  });
  if (house.customerScreenWanted() === 'auto') {
    // In training it is shown beside the till too, so that it can be tried with one display.
    const shown = windows.openCustomerScreen(house.profile === 'training');
    house.customerScreenIs(shown !== null);
    shown?.on('closed', () => house.customerScreenIs(false));
  }
  if (house.trainingPhone !== null) windows.openPhone(house.trainingPhone);
}

app.setPath('userData', join(dataHome(process.env), 'desktop'));
app.enableSandbox();
announceScheme();
if (isOnlyOne()) {
  // Not awaited here: Electron is ready only after this module has been evaluated.
  app
    .whenReady()
    .then(start)
    .catch((thrown: unknown) => {
      process.stderr.write(`klubbkassa: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
      app.exit(1);
    });
} else {
  process.stderr.write('klubbkassa: this till runs already\n');
  app.exit(0);
}
