import type { Founding } from '@tablecloth/shared/cafe';
import type { JoinAnswer, JoinRequest } from '@tablecloth/shared/protocol';
import type { Random } from '@tablecloth/shared/rotation';
import type { Findings } from './findings.ts';
import { request } from './http.ts';
import { Person, type Habits } from './person.ts';
import { Phone, type Watcher } from './phone.ts';
import type { Words } from './words.ts';

const AT_ONCE = 12;

/** Somebody with a phone, and when they come: at the doors, or while a round runs. */
export interface Guest {
  person: Person;
  team: string | null;
  /** Null: from the start. Else the round and the part of it that has passed. */
  late: { round: number; share: number } | null;
}

/** As many people as there are phones: the café's own list first, then new names, team by team. */
export function invite(
  { definition, people }: Founding,
  phones: number,
  around: { random: Random; words: Words; findings: Findings },
): Guest[] {
  const { random } = around;
  const listed = people.filter(({ withoutPhone }) => !withoutPhone);
  return Array.from({ length: phones }, (_, i): Guest => {
    const known = listed[i];
    const team = definition.teams[i % Math.max(1, definition.teams.length)]?.id ?? null;
    const name = known?.name ?? `Guest ${String(i + 1)}`;
    const isLate = known?.goesWith == null && known?.fixedAt == null && random.below(100) < 8;
    return {
      person: new Person(i, name, habits(random), around),
      team: known === undefined ? team : known.team,
      late: isLate ? { round: 1 + random.below(2), share: random.below(90) / 100 } : null,
    };
  });
}

function habits(random: Random): Habits {
  const outages = new Map<number, 'moment' | 'bell'>();
  const luck = random.below(100);
  if (luck < 10) outages.set(1 + random.below(3), 'bell');
  else if (luck < 30) outages.set(1 + random.below(3), 'moment');
  return { isSilent: random.below(100) < 15, outages, changes: random.below(100) < 5 };
}

/** Joins people over HTTP, a dozen at a time, and gives each their phone. */
export class Door {
  joined = 0;
  taps = 0;
  readonly #url: string;
  readonly #code: string;
  readonly #findings: Findings;
  readonly #watcher: Watcher;

  constructor(url: string, code: string, around: { findings: Findings; watcher: Watcher }) {
    this.#url = url;
    this.#code = code;
    this.#findings = around.findings;
    this.#watcher = around.watcher;
  }

  async letIn(guests: readonly Guest[]): Promise<void> {
    const waiting = [...guests];
    const one = async () => {
      for (let guest = waiting.shift(); guest !== undefined; guest = waiting.shift()) {
        await this.#join(guest);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  }

  async #join({ person, team }: Guest): Promise<void> {
    // Name, team and the button.
    let taps = 3;
    let claim: JoinRequest['claim'] = null;
    for (;;) {
      const body: JoinRequest = { door: this.#code, name: person.name, team, claim };
      const answer = await request<JoinAnswer>(`${this.#url}/api/join`, 'POST', { body });
      if (answer.ok) {
        this.joined += 1;
        this.taps += taps;
        person.phone = new Phone(this.#url, answer.body.session, this.#watcher);
        return;
      }
      if (answer.refusal.code !== 'same name' || claim !== null) {
        this.#findings.add('not joined', `${person.name}: ${answer.refusal.sentence}`);
        return;
      }
      // After a request whose answer was lost, the one who is already here is oneself.
      claim = answer.again ? 'same' : 'new';
      taps += 1;
    }
  }
}
