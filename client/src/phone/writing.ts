/** Everything that needs Yjs, in one script that is loaded after the table's number is shown. */
export { Notes } from '../lib/notes.svelte.ts';
export { default as CardList } from './CardList.svelte';
export { default as Composer } from './Composer.svelte';
export { default as NotesPage } from './NotesPage.svelte';
