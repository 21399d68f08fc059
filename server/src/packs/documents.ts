import { writeCsv, writeMarkdown, writeText, type Outline } from '@tablecloth/shared/harvest';
import type { Response } from 'express';
import { packHtml } from './html.ts';
import { PACK_POLICY } from './style.ts';

/** How each document is written and what it is called on the wire. */
const DOCUMENTS = {
  md: { type: 'text/markdown', write: writeMarkdown },
  txt: { type: 'text/plain', write: writeText },
  csv: { type: 'text/csv', write: writeCsv },
  html: { type: 'text/html', write: packHtml },
} satisfies Record<string, { type: string; write: (outline: Outline, day: string) => string }>;

type DocumentKind = keyof typeof DOCUMENTS;

/** Also the ending of their files. */
export const documentKinds = Object.keys(DOCUMENTS) as DocumentKind[];

/**
 * Sends a pack as a document: a page to look at and print, the others to keep. All but the spreadsheet,
 * which is rows alone, say the café's `day`.
 */
export function sendDocument(
  response: Response,
  kind: DocumentKind,
  name: string,
  outline: Outline,
  day: string,
): void {
  const { type, write } = DOCUMENTS[kind];
  if (kind === 'html') {
    response.set('Content-Disposition', `inline; filename="${name}"`);
    response.set('Content-Security-Policy', PACK_POLICY);
  } else attach(response, name);
  response.type(`${type}; charset=utf-8`).send(write(outline, day));
}

export function attach(response: Response, name: string): void {
  response.set('Content-Disposition', `attachment; filename="${name}"`);
}
