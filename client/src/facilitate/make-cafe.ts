import type { MadeCafe } from '@tablecloth/shared/protocol';
import { LIMITS, type Founding } from '@tablecloth/shared/cafe';
import type { Http, Reply } from '../lib/http.ts';

type Made = Promise<Reply<{ body: MadeCafe }>>;

/** `pace` divides every duration; 1 is the day itself. */
export function makeSample(http: Http, pace: number): Made {
  return http.json<MadeCafe>('/api/cafes/sample', { method: 'POST', body: { pace } });
}

export function makeOwn(http: Http, founding: Founding): Made {
  return http.json<MadeCafe>('/api/cafes', { method: 'POST', body: founding });
}

/** `json` is what `readCafeFile` gave; the server judges it and says every mistake by its place. */
export function makeImported(http: Http, json: unknown): Made {
  return http.json<MadeCafe>('/api/cafes', { method: 'POST', body: json });
}

export type CafeFile = { ok: true; json: unknown } | { ok: false; because: 'unreadable' | 'large' };

/** Reads a café's file far enough to send it: what is nothing like one is not worth a list of mistakes. */
export async function readCafeFile(file: Pick<File, 'size' | 'text'>): Promise<CafeFile> {
  if (file.size > LIMITS.cafeJsonBytesMax) return { ok: false, because: 'large' };
  try {
    const json: unknown = JSON.parse(await file.text());
    const isCafe = typeof json === 'object' && json !== null && 'definition' in json;
    return isCafe ? { ok: true, json } : { ok: false, because: 'unreadable' };
  } catch {
    return { ok: false, because: 'unreadable' };
  }
}
