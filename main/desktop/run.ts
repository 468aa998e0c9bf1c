/** The desktop's till and its windows, once Electron is ready. */

import { join } from 'node:path';
import { app, dialog, Menu, session } from 'electron';
import { unresolvedSales } from '../../app/domain/tillState.ts';
import { compose } from '../compose.ts';
import { rendererFiles } from '../pages/rendererFiles.ts';
import { findProgram } from '../program.ts';
import { startAnew } from '../startAnew.ts';
import { openChannels } from './ipc/channels.ts';
import { createGate } from './ipc/gate.ts';
import { leaveInOrder } from './lifecycle.ts';
import { openLocalDoor } from './localDoor.ts';
import { type MachineWindows, openMachineWindows } from './machine.ts';
import { watchPower } from './power.ts';
import { keyInKeychain } from './secrets.ts';
import { hardenContents, hardenSession } from './security/hardening.ts';
import { ownOrigin } from './security/ownPages.ts';
import { serveScheme } from './security/ownScheme.ts';
import { createWindows } from './windows.ts';

export async function start(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  const program = findProgram();
  let machine: MachineWindows | null = null;
  const composed = await compose({
    environment,
    program,
    keys: keyInKeychain,
    startAnew() {
      // The next one asks for the lock while this one still lives.
      app.releaseSingleInstanceLock();
      const successor = startAnew(process.execPath, process.argv.slice(1));
      if (successor === null) app.requestSingleInstanceLock();
      return successor;
    },
    unlocked: () => machine?.unlocked(),
    quit: () => app.quit(),
  });
  if (!composed.ok) return cannotStart(composed.fault, environment);
  const house = composed.value;
  const local = await openLocalDoor(house);
  if (!local.ok) return cannotStart(local.fault, environment);
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

  const unresolved = () => unresolvedSales(house.till.state());
  watchPower({
    till: house.till,
    unresolved: () => unresolved().length > 0,
    machine: house.kind === 'unattended',
    log,
  });
  const leaving = leaveInOrder({
    unresolved,
    show(sale) {
      if (sale.parkedAt !== null) house.till.recall(sale.id);
      windows.till()?.focus();
    },
    language: house.language,
    tillWindow: () => machine?.front() ?? windows.till(),
    asks: () => windows.till() !== null,
    async close() {
      channels.close();
      await local.value?.close();
      await house.close();
    },
    clock,
    log,
  });
  if (house.kind === 'unattended') {
    machine = openMachineWindows({
      windows,
      leaving,
      hasPin: house.hasPin,
      alone: house.profile !== 'training',
    });
    house.customerScreenIs(true);
  } else {
    leaving.leaveWith(windows.openTill());
    if (house.customerScreenWanted() === 'auto') {
      // In training it is shown beside the till too, so that it can be tried with one display.
      const shown = windows.openCustomerScreen(house.profile === 'training');
      house.customerScreenIs(shown !== null);
      shown?.on('closed', () => house.customerScreenIs(false));
    }
  }
  if (house.trainingPhone !== null)
    windows.openPhone(house.trainingPhone, machine === null ? undefined : 'machine');
}

function cannotStart(why: string, environment: Readonly<Record<string, string | undefined>>): void {
  process.stderr.write(`klubbkassa: ${why}\n`);
  // Before a machine nobody answers a dialog, and who started it would wait instead of trying again.
  if (environment['KLUBBKASSA_KIND'] !== 'unattended') dialog.showErrorBox('Klubbkassa', why);
  app.exit(1);
}
