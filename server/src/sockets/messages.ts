/** What is done about each message: one entry per name in `ClientMessages`. */
import {
  LIMITS,
  allows,
  askedOn,
  audiencesOf,
  firstName,
  namesInPacks,
  noSeat,
  pageRight,
  personChange,
  refuse,
} from '@tablecloth/shared/cafe';
import type { Cafe, Change, PageRight, PersonId, Refusal, TeamId } from '@tablecloth/shared/cafe';
import {
  BroughtMessage,
  ClockMessage,
  CommandMessage,
  EntryMessage,
  EntryName,
  EraseMessage,
  HereMessage,
  Hello,
  PageMessage,
  PresenceMessage,
  PreviewMessage,
  SeatingMessage,
  type ClientMessages,
  type SavedMessage,
} from '@tablecloth/shared/protocol';
import type { Cafes } from '../cafes/cafes.ts';
import { commandAnswer } from '../cafes/request.ts';
import type { Erasing } from '../notes/erasing.ts';
import { base64 } from '../notes/base64.ts';
import { readEntry, type Ingress } from '../notes/ingress.ts';
import type { Outbound } from '../notes/outbound.ts';
import type { Pages } from '../notes/pages.ts';
import { parse } from '../parse.ts';
import { broughtBack } from '../packs/packs.ts';
import { shared } from '../packs/shared.ts';
import { homecomers } from '../packs/team-of.ts';
import { readPage } from '../notes/read-page.ts';
import type { Store } from '../store/store.ts';
import type { Time } from '../time.ts';
import type { Connection } from './connection.ts';
import type { Arrivals } from './arrivals.ts';
import type { Turn } from './backlog.ts';
import type { LateAnswers } from './late-answers.ts';
import type { Presence } from './presence.ts';
import { receiver, type Receiver, type Reply } from './receive.ts';
import type { Views } from './views.ts';
import type { Held, Waiting } from './waiting.ts';

export interface MessageSurroundings {
  store: Store;
  time: Time;
  cafes: Cafes;
  pages: Pages;
  ingress: Ingress;
  outbound: Outbound;
  views: Views;
  presence: Presence;
  lateAnswers: LateAnswers;
  waiting: Waiting;
  arrivals: Arrivals;
  erasing: Erasing;
}

const no = (
  code:
    | ('not allowed' | 'without team' | 'not home' | 'cafe deleted')
    | ('no page' | 'not your page' | 'too fast'),
): Reply => ({
  ok: false,
  refusal: { code },
});

/** What a preview is asked of; null for a repair alone. */
function changeAsked(
  cafe: Cafe,
  { table, person, added }: PreviewMessage,
): Change | { refusal: Refusal } | null {
  if (table !== undefined) return { table: table.id, closed: table.closes ? '' : null };
  // Neither number nor place of a table matter to the planner.
  if (added !== undefined) return { added: { ...added, number: 0, place: '' } };
  if (person === undefined) return null;
  const changed = personChange(cafe, person);
  return 'refusal' in changed ? changed : { changed };
}

export function messages(around: MessageSurroundings): ReadonlyMap<string, Receiver> {
  const { store, time, cafes, pages, ingress, views, presence, lateAnswers, waiting, arrivals } =
    around;
  const { erasing, outbound } = around;

  const cafeOf = ({ data }: Connection): Cafe | null => cafes.peek(data.session.cafe)?.cafe ?? null;

  const rightOf = (connection: Connection, page: string): PageRight => {
    const cafe = cafeOf(connection);
    return cafe === null ? 'none' : pageRight(cafe, connection.data.session.holder, page);
  };

  // At the bell of the home round a whole team asks at once; they share one reading.
  const brought = shared(
    (cafe: Cafe, team: TeamId) => `${cafe.id}/${team}`,
    (cafe: Cafe, team: TeamId) => broughtBack(store, cafe, team),
  );

  const all: Record<keyof ClientMessages, Receiver> = {
    hello: receiver(Hello, async (connection, { unsaved }) => {
      const { cafe } = connection.data.session;
      const stored = await store.lastSaved(cafe, unsaved);
      const saved: SavedMessage[] = [];
      const sendFrom: SavedMessage[] = [];
      const held: Held[] = [];
      for (const [index, { page, replica, n, notes = 1 }] of unsaved.entries()) {
        const last = stored[index]?.n ?? 0;
        // Entries that wait for their commit need not be sent again: "saved" will follow.
        const reached = Math.max(
          last,
          pages.peek(cafe, page)?.replicas.get(replica)?.admitted ?? 0,
        );
        if (last > 0) saved.push({ page, replica, n: last });
        if (last < n) held.push({ page, replica, n, notes });
        if (reached < n) sendFrom.push({ page, replica, n: reached + 1 });
      }
      waiting.said(connection, held);
      return { ok: true, now: time.now(), saved, sendFrom };
    }),

    command: receiver(CommandMessage, async (connection, { id, command }) => {
      const { cafe, holder } = connection.data.session;
      if (!allows(holder, command)) return no('not allowed');
      const live = await cafes.get(cafe);
      if (live === null) return no('cafe deleted');
      const outcome = await live.do({ command, by: holder, id });
      // "I sit at table 9" says that one is there; a table that is picked, with its round, is only gone to.
      if (outcome.ok && command.kind === 'sit' && command.round === undefined) {
        arrivals.tap(connection, true);
      }
      return outcome.ok ? { ok: true, ...commandAnswer(outcome) } : outcome;
    }),

    entry: receiver(
      EntryMessage,
      async (connection, message) => {
        await ingress.enter(connection.data.session, readEntry(message));
        return { ok: true };
      },
      {
        tooFast: (connection, { page, replica }) => {
          lateAnswers.askAgain(connection, page, replica);
        },
        // As a rule nobody waits for an entry's acknowledgement.
        unread: ({ data: { session } }, message, refusal) => {
          const entry = parse(EntryName, message);
          if (entry.ok) outbound.refused(session.cafe, session.id, entry.value, refusal);
        },
      },
    ),

    'open page': receiver(PageMessage, async (connection, { page }) => {
      const { session, opened, audiences } = connection.data;
      if (rightOf(connection, page) === 'none') return no('no page');
      const memory = await pages.get(session.cafe, page);
      // From here to the answer nothing waits, so no entry falls between the bytes and the room.
      const cafe = cafeOf(connection);
      const right = rightOf(connection, page);
      if (cafe === null || right === 'none') return no('no page');
      if (right === 'read') return no('not your page');
      const sitsThere = audiencesOf(cafe, session.holder).includes(`page:${page}`);
      if (!sitsThere && !opened.has(page)) {
        if (opened.size >= LIMITS.openPagesPerSocketMax) return no('too fast');
        opened.add(page);
      }
      if (!audiences.has(`page:${page}`)) views.opened(connection, cafe, page);
      const { generation, writers } = memory;
      const bytes = base64(memory.bytes());
      return { ok: true, page, generation, writers, locked: right === 'late', bytes };
    }),

    'leave page': receiver(PageMessage, (connection, { page }) => {
      const cafe = cafeOf(connection);
      if (connection.data.opened.delete(page) && cafe !== null) views.putAway(connection, cafe);
      return { ok: true };
    }),

    'read page': receiver(PageMessage, async (connection, { page }) => {
      const { session } = connection.data;
      if (rightOf(connection, page) === 'none') return no('no page');
      const memory = await pages.get(session.cafe, page);
      const cafe = cafeOf(connection);
      if (cafe === null || rightOf(connection, page) === 'none') return no('no page');
      // As packs do: people read names only where they were told so at joining. A team's link and a
      // table's device go from hand to hand, so they tell words and never names.
      const { role } = session.holder;
      const isNamed = role === 'facilitator' || (role === 'person' && namesInPacks(cafe));
      const nameOf = (person: PersonId): string =>
        isNamed ? firstName(cafe.names[person] ?? '') : '';
      return {
        ok: true,
        page,
        generation: memory.generation,
        ...readPage(memory, nameOf),
        passedOn: cafe.passedOn[page] ?? [],
        asked: askedOn(cafe, page),
      };
    }),

    'erase note': receiver(EraseMessage, async ({ data }, { page, card }) => {
      const refusal = await erasing.erase(data.session, page, card);
      return refusal === null ? { ok: true } : { ok: false, refusal };
    }),

    'read brought': receiver(BroughtMessage, async (connection) => {
      const { holder } = connection.data.session;
      const cafe = cafeOf(connection);
      if (cafe === null) return no('cafe deleted');
      if (holder.role === 'facilitator' || holder.role === 'screen') return no('not allowed');
      const team = homecomers(cafe, holder);
      if (team === null) return no(holder.role === 'table' ? 'not home' : 'without team');
      return { ok: true, pages: await brought(cafe, team) };
    }),

    presence: receiver(PresenceMessage, (connection, { page, card }) => {
      const cafe = cafeOf(connection);
      if (cafe === null || rightOf(connection, page) !== 'write') return no('not your page');
      presence.writing(connection, cafe, page, card);
      return { ok: true };
    }),

    'preview repair': receiver(PreviewMessage, async ({ data }, asked) => {
      const { cafe, holder } = data.session;
      if (holder.role !== 'facilitator') return no('not allowed');
      const live = await cafes.get(cafe);
      if (live === null) return no('cafe deleted');
      const change = changeAsked(live.cafe, asked);
      if (change !== null && 'refusal' in change) return { ok: false, ...change };
      return { ...(await live.previewRepair(change)) };
    }),

    'preview seating': receiver(SeatingMessage, async ({ data }) => {
      const { cafe, holder } = data.session;
      if (holder.role !== 'facilitator') return no('not allowed');
      const live = await cafes.get(cafe);
      return live === null ? no('cafe deleted') : { ...(await live.previewSeating()) };
    }),

    here: receiver(HereMessage, (connection, { isHere }) => {
      const arrived = arrivals.tap(connection, isHere);
      if (arrived !== null) return { ok: true, ...arrived };
      const cafe = cafeOf(connection);
      const { holder } = connection.data.session;
      const who = holder.role === 'person' ? holder.person : '';
      return { ok: false, ...((cafe && noSeat(cafe, who)) ?? refuse('no seat')) };
    }),

    clock: receiver(ClockMessage, (_, { sent }) => ({ ok: true, sent, now: time.now() })),
  };
  return new Map(
    Object.entries(all).map(([name, one]): [string, Receiver] => {
      const turn = TURNS[name as keyof ClientMessages];
      return [name, turn === undefined ? one : { ...one, turn }];
    }),
  );
}

/** What carries pages, and what must not overtake that. */
const TURNS: Partial<Record<keyof ClientMessages, Turn>> = {
  'open page': 'large',
  'read page': 'large',
  'read brought': 'large',
  'leave page': 'small',
};
