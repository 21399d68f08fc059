import { mount } from 'svelte';
import '../style/tokens.css';
import '../style/base.css';
import { figuresOf } from '../words/figures.ts';
import { facilitateVocabulary } from '../words/facilitate.ts';
import { spoken } from '../words/spoken.ts';
import { pickLanguage, speak } from '../words/words.ts';
import App from './App.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app element.');
const words = await speak(
  facilitateVocabulary,
  pickLanguage(navigator.languages),
  document.documentElement,
);
mount(App, { target, context: spoken(words, figuresOf(navigator.language)) });
