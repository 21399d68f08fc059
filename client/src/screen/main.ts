import { mount } from 'svelte';
import '../style/tokens.css';
import '../style/base.css';
import { createBell } from '../lib/bell.ts';
import { browserDevice } from '../lib/device.ts';
import { Http, type Reply } from '../lib/http.ts';
import { browserKept } from '../lib/kept.ts';
import { Sessions, sessionFromLink, takeSecret } from '../lib/session.ts';
import { figuresOf } from '../words/figures.ts';
import { screenVocabulary } from '../words/screen.ts';
import { spoken } from '../words/spoken.ts';
import { pickLanguage, speak } from '../words/words.ts';
import App from './App.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app element.');

const language = pickLanguage(navigator.languages);
const words = await speak(screenVocabulary, language, document.documentElement);
const kept = browserKept(window);
const sessions = new Sessions(kept);
const device = browserDevice(window);
const AGAIN_MS = 2_000;
const http = new Http(window.fetch.bind(window));

/** A link just opened, else the café this screen showed last. */
const secret = takeSecret(window.location, window.history);
const exchanged = secret === null ? null : await heard(() => http.exchange(secret));
if (exchanged?.ok === true && exchanged.body.role === 'screen') {
  sessions.keep(sessionFromLink(exchanged.body));
}
/** The link has left the address bar, so without a network it is tried until there is one. */
async function heard<T>(ask: () => Promise<Reply<T>>): Promise<Reply<T>> {
  for (;;) {
    const reply = await ask();
    if (reply.ok || 'sentence' in reply.refusal) return reply;
    await new Promise<void>((resolve) => device.after(AGAIN_MS, resolve));
  }
}

const refused = exchanged !== null && (!exchanged.ok || exchanged.body.role !== 'screen');

mount(App, {
  target,
  context: spoken(words, figuresOf(navigator.language)),
  props: {
    session: refused ? null : sessions.newest('screen'),
    device,
    http,
    kept,
    bell: createBell(),
  },
});
