import type { WireRefusal } from '@tablecloth/shared/protocol';

/** How long a server that is not there is waited for: it may just be restarting. */
const PATIENCE_MS = 60_000;
const AGAIN_MS = 250;

export type Got<T> =
  { ok: true; body: T; again: boolean } | { ok: false; refusal: WireRefusal; again: boolean };

/**
 * One request to the HTTP API. While nobody answers it is made again, and `again` says so: the
 * earlier one may have been done though its answer was lost.
 * @throws when there is no server for a minute, or its answer is not JSON.
 */
export async function request<T>(
  url: string,
  method: 'GET' | 'POST' | 'DELETE',
  { body, session }: { body?: unknown; session?: string } = {},
): Promise<Got<T>> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (session !== undefined) headers['authorization'] = `Bearer ${session}`;
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (let again = false; ; again = true) {
    const response = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((problem: unknown) => {
      if (Date.now() > giveUpAt)
        throw new Error(`No server answers at ${url}.`, { cause: problem });
      return null;
    });
    if (response === null) {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      continue;
    }
    const answer = (await response.json()) as T & { refusal?: WireRefusal };
    if (response.ok) return { ok: true, body: answer, again };
    return { ok: false, again, refusal: answer.refusal ?? noSentence(response.status) };
  }
}

/** A document as text. @throws when there is no server, or it says no. */
export async function requestText(url: string, session: string): Promise<string> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${session}` } });
  if (!response.ok) throw new Error(`The server answered ${String(response.status)} at ${url}.`);
  return response.text();
}

function noSentence(status: number): WireRefusal {
  return { code: 'went wrong', sentence: `The server answered ${String(status)}.` };
}
