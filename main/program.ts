/** Where this program lies and which version it is, whether run from its sources, from its build or from a package. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export interface Program {
  /** The folder that holds package.json. */
  readonly root: string;
  readonly version: string;
  /** The built pages of the windows. */
  readonly pages: string;
}

export function findProgram(from: string = fileURLToPath(import.meta.url)): Program {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const description = join(folder, 'package.json');
    if (existsSync(description)) {
      const { version } = z
        .object({ version: z.string() })
        .parse(JSON.parse(readFileSync(description, 'utf8')));
      return { root: folder, version, pages: join(folder, 'dist', 'renderer') };
    }
    if (folder === dirname(folder)) throw new Error('the program lies in no folder with a package.json');
  }
}
