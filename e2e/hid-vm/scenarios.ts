/** All that is played against the kernel, in order. */

import { access } from './access.ts';
import { floods } from './floods.ts';
import { plugging } from './plugging.ts';
import { recorded } from './recorded.ts';
import type { Scenario } from './world.ts';

export const scenarios: readonly Scenario[] = [...plugging, ...recorded, ...access, ...floods];
