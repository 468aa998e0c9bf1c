/** What the one heather button of the settings page does: saving comes first, then what the section itself offers. */

import type { SectionName } from './sections.ts';

export interface DockState {
  readonly section: SectionName;
  readonly changed: boolean;
  readonly saving: boolean;
  readonly testing: boolean;
  readonly tested: boolean;
}

export type DockAction = 'save' | 'saving' | 'test' | 'testAgain' | 'testing' | 'nothing';

export function dockAction(state: DockState): DockAction {
  if (state.saving) return 'saving';
  if (state.testing) return 'testing';
  if (state.changed) return 'save';
  if (state.section !== 'keys') return 'nothing';
  return state.tested ? 'testAgain' : 'test';
}
