/** Undo is a part of Yjs that nobody needs before they write, so it is loaded by itself. */
export { UndoManager } from 'yjs';
