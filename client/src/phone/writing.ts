/** Everything that needs Yjs, in one script that is loaded after the table's number is shown. */
export { Notes } from '../lib/notes.svelte.ts';
export { default as NoteCard } from './NoteCard.svelte';
export { default as NotesPage } from './NotesPage.svelte';
