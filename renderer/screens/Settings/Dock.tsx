/** The foot of the page: the one button, and beside it what it means now. Leaving with unsaved changes asks here. */

import { Button } from '../../components/Button.tsx';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { PrimaryButton } from '../../components/PrimaryButton.tsx';
import { clockWithSeconds, useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { settingsText } from '../../text/settings.ts';
import type { DockAction } from './dock.ts';
import type { SectionName } from './sections.ts';

const icons: Readonly<Record<DockAction, IconName>> = {
  save: 'done',
  saving: 'waiting',
  test: 'signal',
  testAgain: 'signal',
  testing: 'waiting',
  nothing: 'done',
};

export function Dock(props: {
  readonly action: DockAction;
  readonly section: SectionName;
  readonly wrong: boolean;
  readonly savedAt: number | null;
  readonly leaving: boolean;
  readonly onPress: () => void;
  readonly onDiscard: () => void;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}) {
  const t = useTextOf(settingsText);
  const { action } = props;
  const labels: Readonly<Record<DockAction, string>> = {
    save: t.save,
    saving: t.saving,
    test: t.test,
    testAgain: t.testAgain,
    testing: t.testing,
    nothing: t.nothingToSave,
  };
  const held = action === 'saving' || action === 'testing' || action === 'nothing';
  return (
    <footer className="st-dock">
      <div className="st-primary">
        <PrimaryButton
          small
          look={held ? 'hold' : 'go'}
          label={labels[action]}
          icon={icons[action]}
          keycap="Enter"
          turn={String(props.savedAt)}
          onPress={props.onPress}
        />
      </div>
      <p className={props.wrong || props.leaving ? 'st-says strong' : 'st-says'} role="status">
        {(props.wrong || props.leaving) && <Icon name="attention" />}
        <span>{sentence(props, t)}</span>
      </p>
      {props.leaving ? (
        <>
          <Button size="small" onPress={props.onStay}>
            {t.stay}
          </Button>
          <Button size="small" look="danger" onPress={props.onLeave}>
            {t.leave}
          </Button>
        </>
      ) : (
        action === 'save' && (
          <Button size="small" look="plain" icon="released" onPress={props.onDiscard}>
            {t.discard}
          </Button>
        )
      )}
    </footer>
  );
}

function sentence(
  props: {
    readonly action: DockAction;
    readonly section: SectionName;
    readonly wrong: boolean;
    readonly leaving: boolean;
    readonly savedAt: number | null;
  },
  t: (typeof settingsText)['en'],
): string {
  if (props.leaving) return t.leaveQuestion;
  if (props.wrong) return t.cannotSave;
  switch (props.action) {
    case 'save':
      return props.section === 'keys' ? t.saveBeforeTest : t.unsaved;
    case 'test':
    case 'testAgain':
    case 'testing':
      return t.testSafe;
    case 'saving':
    case 'nothing':
      return props.savedAt === null ? '' : fill(t.savedAt, { time: clockWithSeconds(props.savedAt) });
  }
}
