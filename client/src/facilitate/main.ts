import { mount } from 'svelte';
import '../style/tokens.css';
import '../style/base.css';
import App from './App.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app element.');
mount(App, { target });
