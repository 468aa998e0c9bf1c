/** The manager's settings: sections at the left, one section at a time, one explicit save for all of them. */

import { useLayoutEffect, useRef, useState } from 'react';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { TrainingRibbon } from '../../components/TrainingRibbon.tsx';
import { useDoor, useTill } from '../../stores/context.tsx';
import { isCashierView, isMachinesManager } from '../../stores/tillStore.ts';
import { useRoom } from '../../stores/useRoom.ts';
import { useText, useTextOf } from '../../text/index.ts';
import { settingsText } from '../../text/settings.ts';
import { listenForKeys, scanCall } from '../../wedge.ts';
import { BackButton } from '../BackButton.tsx';
import { Dock } from './Dock.tsx';
import { dockAction } from './dock.ts';
import { FormContext } from './fields.tsx';
import { fixedFields } from './fixed.ts';
import { SectionBody } from './SectionBody.tsx';
import { SettingsNav } from './SettingsNav.tsx';
import './settings.css';
import './settingsSections.css';
import { firstWithProblem, type SectionName, sectionsIn } from './sections.ts';
import { useSettings } from './useSettings.ts';

export function Settings(props: {
  readonly onClose: () => void;
  /** Where to begin; the first section unless told. */
  readonly section?: SectionName;
}) {
  const t = useTextOf(settingsText);
  const text = useText();
  const till = useTill((mirror) => (isCashierView(mirror.state) ? mirror.state.till : null));
  const storeCode = useTill(({ state }) => (isCashierView(state) ? state.service.storeCode : 'idle'));
  const machine = useTill(isMachinesManager);
  const settings = useSettings();
  const [section, setSection] = useState<SectionName>(props.section ?? 'store');
  const [leaving, setLeaving] = useState(false);
  const leaveWhenSaved = useRef(false);
  useRoom();

  const changed = settings.changed.size > 0;
  /** Whether the page asks if what is typed shall be thrown away. */
  const asks = leaving && changed;
  const action = dockAction({
    section,
    changed,
    saving: settings.saving,
    testing: settings.test.kind === 'asking',
    tested: settings.test.kind === 'answered' || settings.test.kind === 'refused',
  });
  const press = () => {
    setLeaving(false);
    if (action === 'test' || action === 'testAgain') settings.runTest();
    if (action !== 'save') return;
    leaveWhenSaved.current = false;
    void settings.save().then((outcome) => {
      if (outcome !== 'saved') {
        const first = firstWithProblem(outcome);
        if (first !== null) setSection(first);
      } else if (leaveWhenSaved.current) props.onClose();
    });
  };
  const close = () => {
    // Who saved and leaves at once is not asked about what is on its way; what is refused keeps the page.
    if (settings.saving) leaveWhenSaved.current = true;
    else if (changed && !leaving) setLeaving(true);
    else props.onClose();
  };
  useKeys({ onEnter: press, onEscape: asks ? () => setLeaving(false) : close });

  const training = till?.profile === 'training';
  const stored = settings.stored.kind === 'answered' ? settings.stored.value : null;
  return (
    <div className={training ? 'settings trainingframe' : 'settings'}>
      <header className="st-head">
        <BackButton onPress={close} />
        <h1>{t.title}</h1>
        {till && (
          <p className="st-till">
            <b>{till.store}</b>{' '}
            {[till.place, `${text.common.till} ${till.tillNumber}`].filter(Boolean).join(' · ')}
          </p>
        )}
      </header>
      {training && (
        <TrainingRibbon name={text.common.training} sentence={text.common.trainingSays(text.wallet)} />
      )}
      {stored !== null && settings.form !== null ? (
        <FormContext
          value={{
            form: settings.form,
            problems: settings.problems,
            fixed: fixedFields(stored.fixed),
            change: settings.change,
          }}
        >
          <div className="st-body">
            <SettingsNav
              section={section}
              sections={sectionsIn({ training, machine })}
              changed={settings.changed}
              problems={settings.problems}
              storeCode={storeCode}
              onChoose={setSection}
            />
            <div className="st-right">
              {settings.restart && (
                <Banner tone="attn" icon="again" cause={t.restartNeeded} sentence={t.restartHow} />
              )}
              <main className="st-main" key={section}>
                <h2 className="title">{t.sections[section].name}</h2>
                <p className="st-what">{t.sections[section].what}</p>
                <SectionBody section={section} settings={settings} stored={stored} onSection={setSection} />
              </main>
              {settings.saveFault !== null && (
                <div className="st-fault">
                  <FaultNote fault={settings.saveFault} onClose={settings.closeFault} />
                </div>
              )}
              <Dock
                action={action}
                section={section}
                wrong={Object.keys(settings.problems).length > 0}
                savedAt={settings.savedAt}
                leaving={asks}
                onPress={press}
                onDiscard={settings.discard}
                onLeave={props.onClose}
                onStay={() => setLeaving(false)}
              />
            </div>
          </div>
        </FormContext>
      ) : (
        <main className="st-alone">
          {settings.stored.kind === 'refused' ? (
            <>
              <h2 className="title">{t.notLoaded}</h2>
              <FaultNote fault={settings.stored.fault} />
              <Button icon="again" onPress={settings.load}>
                {t.tryAgain}
              </Button>
            </>
          ) : (
            <p className="second">{t.loading}</p>
          )}
        </main>
      )}
    </div>
  );
}

/** Enter is the primary, Esc goes back; what a scanner types is a scan here too and never lands in a field. */
function useKeys(keys: { readonly onEnter: () => void; readonly onEscape: () => void }): void {
  const door = useDoor();
  const newest = useRef(keys);
  useLayoutEffect(() => {
    newest.current = keys;
  });
  useLayoutEffect(
    () =>
      listenForKeys(window, {
        onScan: (scan) => void door.call('scan', scanCall(scan)),
        onKey(event) {
          if (event.isComposing || event.repeat) return;
          // Under a dialog the page is inert, and the dialog has its own Enter and Esc.
          if (document.querySelector('dialog[open]') !== null) return;
          if (event.key === 'Escape') newest.current.onEscape();
          else if (event.key === 'Enter' && !takesEnter(event.target)) newest.current.onEnter();
          else return;
          event.preventDefault();
        },
      }),
    [door],
  );
}

function takesEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, select, textarea') !== null;
}
