import { mount } from 'svelte';
import '../style/tokens.css';
import '../style/base.css';
import { browserDevice } from '../lib/device.ts';
import { Http } from '../lib/http.ts';
import { browserKept } from '../lib/kept.ts';
import { Sessions, takeSecret } from '../lib/session.ts';
import { figuresOf } from '../words/figures.ts';
import { facilitateVocabulary } from '../words/facilitate.ts';
import { spoken } from '../words/spoken.ts';
import { pickLanguage, speak } from '../words/words.ts';
import App from './App.svelte';
import { Cafes } from './cafes.ts';
import { routeOf } from './route.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app element.');

const secret = takeSecret(window.location, window.history);
const language = pickLanguage(navigator.languages);
const words = await speak(facilitateVocabulary, language, document.documentElement);
const kept = browserKept(window);

mount(App, {
  target,
  context: spoken(words, figuresOf(navigator.language)),
  props: {
    route: routeOf(window.location.search, secret),
    device: browserDevice(window),
    http: new Http(window.fetch.bind(window)),
    cafes: new Cafes(new Sessions(kept), kept),
  },
});
