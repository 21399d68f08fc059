import type { TeamPack } from '@tablecloth/shared/harvest';
import type { ViewOf } from './connection.ts';
import type { Findings } from './findings.ts';
import { request, requestText } from './http.ts';
import { DOCUMENTS, judgeDocument, judgePack } from './packs.ts';
import type { Words } from './words.ts';

/** Everything that is taken home, as a facilitator downloads it. */
export class Packs {
  readonly #url: string;
  readonly #session: string;
  readonly #findings: Findings;

  constructor(url: string, session: string, findings: Findings) {
    this.#url = url;
    this.#session = session;
    this.#findings = findings;
  }

  async readWhole(): Promise<void> {
    const pack = await request<object>(`${this.#url}/api/cafe/pack.json`, 'GET', {
      session: this.#session,
    });
    if (!pack.ok)
      this.#findings.add('command refused', `the whole café's notes: ${pack.refusal.sentence}`);
  }

  async judgeTeams(cafe: ViewOf<'cafe'>, words: Words): Promise<void> {
    for (const { id, name } of cafe.teams) {
      const pack = await request<TeamPack>(`${this.#url}/api/team/pack.json?team=${id}`, 'GET', {
        session: this.#session,
      });
      if (pack.ok) {
        judgePack(pack.body, cafe, words, this.#findings);
        for (const kind of DOCUMENTS) {
          const address = `${this.#url}/api/team/pack.${kind}?team=${id}`;
          const text = await requestText(address, this.#session);
          judgeDocument(pack.body, kind, text, this.#findings);
        }
      } else
        this.#findings.add('command refused', `the notes of ${name}: ${pack.refusal.sentence}`);
    }
  }
}
