import device from './en/device.ts';
import { pickLanguage, type Vocabulary } from './words.ts';

/** Of a device that lies on a table, and loaded only there. */
export type DeviceWords = typeof device;

export const deviceVocabulary: Vocabulary<DeviceWords> = {
  en: () => Promise.resolve(device),
};

let learned: DeviceWords = device;

/** Before anything is shown that says them: the words in the language of the document. */
export async function learnDevice(): Promise<void> {
  learned = await deviceVocabulary[pickLanguage([document.documentElement.lang])]();
}

export const deviceSpoken = (): DeviceWords => learned;
