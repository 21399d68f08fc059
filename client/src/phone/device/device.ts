/** What a device shows that lies on a table, beside what a host's phone does. Loaded only there. */
export { deviceSpoken, learnDevice } from '../../words/device.ts';
export { default as TakeAway } from './TakeAway.svelte';
export { default as Voice } from './Voice.svelte';
