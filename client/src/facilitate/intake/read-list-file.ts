/** A list's file as text. Spreadsheets save UTF-8, UTF-16 or, on Windows, Windows-1252. */

const BYTES_MAX = 2_000_000;

export type ListFile = { ok: true; text: string } | { ok: false; because: 'large' | 'workbook' };

export async function readListFile(file: Pick<File, 'size' | 'arrayBuffer'>): Promise<ListFile> {
  if (file.size > BYTES_MAX) return { ok: false, because: 'large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  // The files of spreadsheet programs themselves: a ZIP archive, or the old binary format.
  const isWorkbook = begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);
  return isWorkbook ? { ok: false, because: 'workbook' } : { ok: true, text: textOf(bytes) };
}

function textOf(bytes: Uint8Array): string {
  if (begins(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (begins(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function begins(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
