/** Whether this machine can show the desktop: an Electron binary at hand, and on Linux a display and a user who is not root. */

import { join } from 'node:path';
import { err, ok, type Result } from '../app/kernel/result.ts';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder of the `electron` package. */
  readonly electronPackage: string;
  readonly exists: (path: string) => boolean;
  readonly isRoot: boolean;
  /** What was said on the command line. */
  readonly given: readonly string[];
}

/** The Electron to start, or in plain words why there is none to start. */
export function findDesktop(machine: Machine): Result<string, string> {
  const { platform, environment } = machine;
  const linux = platform !== 'darwin' && platform !== 'win32';
  if (linux && !environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return err('there is no display');
  const folder = environment['ELECTRON_OVERRIDE_DIST_PATH'] || join(machine.electronPackage, 'dist');
  const binary = join(folder, binaryName(platform));
  if (!machine.exists(binary)) return err('there is no Electron binary on this machine');
  if (linux && machine.isRoot && !machine.given.includes('--no-sandbox')) {
    return err('Electron does not run as root with its sandbox on (--no-sandbox runs it without)');
  }
  return ok(binary);
}

function binaryName(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
