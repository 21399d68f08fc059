/** The documents notes can be taken home as; also the ending of their files. */
export type PackKind = 'json' | 'md' | 'html' | 'csv' | 'txt';

const TYPES: Record<PackKind, string> = {
  json: 'application/json',
  md: 'text/markdown;charset=utf-8',
  html: 'text/html;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
};

/** Excel reads a spreadsheet's accents by it; browsers take it away from what they fetch as text. */
const MARK = '\uFEFF';

/** Hands a text to the browser as a download. */
export function saveFile(document: Document, name: string, kind: PackKind, text: string): void {
  saveBlob(document, name, new Blob([kind === 'csv' ? MARK + text : text], { type: TYPES[kind] }));
}

/** The same with any file. */
export function saveBlob(document: Document, name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read it only after the click has been handled.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
