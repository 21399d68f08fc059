/** At a table's card: the way in for a device that is to lie there. Loaded only where one was scanned. */
export { learnDevice } from '../../words/device.ts';
export { default as Stay } from './Stay.svelte';
