/** The browser's own voice, where it has one of the customer's language: a foreign one would only make noise. */

import { useEffect, useState } from 'react';
import type { Language } from '../../text/language.ts';

/** How voices name a language: Norwegian ones say `nb`, `no` or `nn`. */
const spokenAs: Readonly<Record<Language, readonly string[]>> = { nb: ['nb', 'no', 'nn'], en: ['en'] };

/** `null` where nothing can be read aloud in this language. */
export function voiceFor<V extends Pick<SpeechSynthesisVoice, 'lang'>>(
  voices: readonly V[],
  language: Language,
): V | null {
  const named = (voice: V) => voice.lang.toLowerCase().split(/[-_]/)[0] ?? '';
  for (const wanted of spokenAs[language]) {
    const found = voices.find((voice) => named(voice) === wanted);
    if (found !== undefined) return found;
  }
  return null;
}

/** Voices may come long after the page has. */
export function useVoice(language: Language): SpeechSynthesisVoice | null {
  const [voices, setVoices] = useState(voicesNow);
  useEffect(() => {
    const speech = speechHere();
    if (speech === null) return;
    const look = () => setVoices(voicesNow());
    speech.addEventListener('voiceschanged', look);
    look();
    return () => speech.removeEventListener('voiceschanged', look);
  }, []);
  return voiceFor(voices, language);
}

/** Says each sentence when it becomes another; what is being said gives way to it, and to silence. */
export function useReading(voice: SpeechSynthesisVoice | null, sentence: string): void {
  useEffect(() => {
    const speech = speechHere();
    if (speech === null || voice === null || sentence === '') return;
    const said = new SpeechSynthesisUtterance(sentence);
    said.voice = voice;
    said.lang = voice.lang;
    speech.speak(said);
    return () => speech.cancel();
  }, [voice, sentence]);
}

/** Whether something is being said just now. */
export function isReading(): boolean {
  return speechHere()?.speaking ?? false;
}

function voicesNow(): readonly SpeechSynthesisVoice[] {
  return speechHere()?.getVoices() ?? [];
}

function speechHere(): SpeechSynthesis | null {
  return 'speechSynthesis' in window ? window.speechSynthesis : null;
}
