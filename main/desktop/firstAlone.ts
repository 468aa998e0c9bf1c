/** `first.ts` as a script of its own, loaded by `electron -r` before the program. */

import { tellFirst } from './first.ts';

tellFirst(process.env);
