import { mount } from 'svelte';
import '../style/tokens.css';
import '../style/base.css';
import { browserDevice } from '../lib/device.ts';
import { Http } from '../lib/http.ts';
import { browserKept } from '../lib/kept.ts';
import { Sessions, takeSecret } from '../lib/session.ts';
import { doorVocabulary } from '../words/door.ts';
import { figuresOf } from '../words/figures.ts';
import { spoken } from '../words/spoken.ts';
import { pickLanguage, speak } from '../words/words.ts';
import App from './App.svelte';
import { routeOf } from './route.ts';

/** A function, not the file's own `await`: that would set what it imports apart in further files. */
async function start(): Promise<void> {
  const target = document.getElementById('app');
  if (target === null) throw new Error('The page has no #app element.');

  const secret = takeSecret(window.location, window.history);
  const language = pickLanguage(navigator.languages);
  const words = await speak(doorVocabulary, language, document.documentElement);

  mount(App, {
    target,
    context: spoken(words, figuresOf(navigator.language)),
    props: {
      language,
      route: routeOf(window.location.pathname, secret),
      device: browserDevice(window),
      http: new Http(window.fetch.bind(window)),
      sessions: new Sessions(browserKept(window)),
    },
  });
}

void start();
