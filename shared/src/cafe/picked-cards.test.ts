import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { placesHeld } from './card-places.ts';
import { Rehearsal, clock, facilitator } from './fixture.ts';
import { LIMITS } from './limits.ts';
import { shownQuestion } from './picked-cards.ts';
import { slice } from './slice.ts';

const CARDS = Array.from(
  { length: 20 },
  (_, i) => `0190f3c2-0000-7000-8000-${String(i).padStart(12, '0')}`,
) as [string, string, string, string, ...string[]];
const [first, second, third, fourth] = CARDS;

/** Six people in round 1, and who sits at table 1. */
function inRoundOne(): { room: Rehearsal; sitter: Actor; other: Actor } {
  const room = new Rehearsal();
  room.next();
  room.fill(6);
  room.goTo(3);
  const at = (table: string): string | undefined =>
    Object.entries(room.cafe.itineraries ?? {}).find(([, { tables }]) => tables[0] === table)?.[0];
  const isHome = (id: string): boolean => room.cafe.people[id]?.team === 'team1';
  const elsewhere = Object.entries(room.cafe.itineraries ?? {}).find(
    ([id, { tables }]) => tables[0] !== 't1' && !isHome(id),
  );
  return {
    room,
    sitter: { role: 'person', person: at('t1') ?? '' },
    other: { role: 'person', person: elsewhere?.[0] ?? '' },
  };
}

describe('cards for the next group', () => {
  it('are picked and given back by whoever may write there, three at most', () => {
    const { room, sitter, other } = inRoundOne();
    const pick = (card: string, isPicked = true) => ({
      ...{ kind: 'passOn' as const, page: 't1.1', card, isPicked },
    });
    expect(room.do(pick(first), other)).toEqual({ refusal: { code: 'not your page' } });
    for (const card of [first, second, third]) {
      expect(room.do(pick(card), sitter)).toHaveProperty('facts.length', 1);
    }
    expect(room.do(pick(fourth), sitter)).toEqual({ refusal: { code: 'enough passed on' } });
    expect(room.do(pick(first), facilitator)).toEqual({ facts: [] });
    expect(room.do(pick(second, false), sitter)).toHaveProperty('facts.length', 1);
    expect(room.do(pick(fourth), facilitator)).toHaveProperty('facts.length', 1);
    expect(room.cafe.passedOn['t1.1']).toEqual([first, third, fourth]);
    expect(room.cafe.activity.some(({ did }) => String(did) === 'passedOn')).toBe(false);
  });

  it('that do not stand on their page give up their places, once the server has looked', () => {
    const { room, sitter } = inRoundOne();
    const pick = { kind: 'passOn' as const, page: 't1.1', isPicked: true };
    for (const card of [first, second]) room.do({ ...pick, card }, sitter);
    expect(placesHeld(room.cafe, { ...pick, card: fourth }, sitter)).toBeNull();
    room.do({ ...pick, card: third }, sitter);
    const cards = [first, second, third];
    expect(placesHeld(room.cafe, { ...pick, card: third }, sitter)).toBeNull();
    expect(placesHeld(room.cafe, { ...pick, card: fourth }, sitter)).toEqual({
      ...{ of: 'passOn', page: 't1.1', cards },
    });
    const free = { kind: 'freePlaces' as const, of: 'passOn' as const, page: 't1.1' };
    expect(room.do({ ...free, cards })).toEqual({ refusal: { code: 'not allowed' } });
    room.do({ ...free, cards: [second, fourth] }, clock);
    room.do({ ...pick, card: fourth }, sitter);
    expect(room.cafe.passedOn['t1.1']).toEqual([first, third, fourth]);
  });

  it('are told to those who hear the page, and to nobody before there is one', () => {
    const { room, sitter } = inRoundOne();
    expect(slice(room.cafe, 'page:t1.1')).toEqual([]);
    room.do({ kind: 'passOn', page: 't1.1', card: first, isPicked: true }, sitter);
    room.do({ kind: 'askPanel', page: 't1.1', card: second, isAsked: true }, sitter);
    expect(slice(room.cafe, 'page:t1.1')).toEqual([
      { kind: 'picked', view: { page: 't1.1', passedOn: [first], asked: [second] } },
    ]);
    room.do({ kind: 'passOn', page: 't1.1', card: first, isPicked: false }, sitter);
    room.do({ kind: 'askPanel', page: 't1.1', card: second, isAsked: false }, sitter);
    expect(slice(room.cafe, 'page:t1.1')).toMatchObject([{ view: { passedOn: [], asked: [] } }]);
    expect(slice(room.cafe, 'page:t2.1')).toEqual([]);
  });

  it('are of no use where nobody comes after', () => {
    const { room, sitter } = inRoundOne();
    room.goTo(6);
    const pick = { kind: 'passOn' as const, card: first, isPicked: true };
    expect(room.do({ ...pick, page: 't1.2' })).toEqual({ refusal: { code: 'nobody after' } });
    // The page of a round that is over may still be picked from: its next group may not have read it.
    expect(room.do({ ...pick, page: 't1.1' }, sitter)).toHaveProperty('facts.length', 1);
    expect(room.do({ ...pick, page: 't1.9' })).toEqual({ refusal: { code: 'not your page' } });
  });

  it('are picked once the round of their page has begun', () => {
    const { room } = inRoundOne();
    const card = { page: 't1.2', card: first };
    const early = { refusal: { code: 'page early' } };
    expect(room.do({ kind: 'passOn', ...card, isPicked: true })).toEqual(early);
    expect(room.do({ kind: 'askPanel', ...card, isAsked: true })).toEqual(early);
  });
});

describe('questions for the panel', () => {
  function asked(): { room: Rehearsal; sitter: Actor } {
    const { room, sitter } = inRoundOne();
    for (const card of [first, second]) {
      room.do({ kind: 'askPanel', page: 't1.1', card, isAsked: true }, sitter);
    }
    return { room, sitter };
  }
  const question = { page: 't1.1', card: first };

  it('stand in the order they were asked, once each, and not too many of one page', () => {
    const { room, sitter } = asked();
    room.do({ kind: 'askPanel', ...question, isAsked: false }, sitter);
    room.do({ kind: 'askPanel', ...question, isAsked: true }, sitter);
    expect(room.cafe.panel.map(({ card }) => card)).toEqual([first, second]);
    for (const card of CARDS.slice(2, LIMITS.panelQuestionsPerPageMax)) {
      room.do({ kind: 'askPanel', page: 't1.1', card, isAsked: true }, sitter);
    }
    const more = { kind: 'askPanel' as const, page: 't1.1', card: CARDS[19] ?? '', isAsked: true };
    expect(room.do(more, sitter)).toEqual({ refusal: { code: 'enough asked' } });

    room.do({ kind: 'askPanel', ...question, isAsked: false }, sitter);
    expect(room.do(more, sitter)).toHaveProperty('facts.length', 1);
    expect(room.cafe.panel).toHaveLength(LIMITS.panelQuestionsPerPageMax);
    expect(room.cafe.panel.at(-1)).toMatchObject({ card: CARDS[19], isAsked: true });
    expect(room.do({ kind: 'askPanel', ...question, isAsked: true }, sitter)).toEqual({
      refusal: { code: 'enough asked' },
    });
  });

  it('are of one page each, and no page’s questions take another’s places', () => {
    const { room, sitter } = asked();
    // The same id on another page is another card: ids are made by phones.
    expect(room.do({ kind: 'askPanel', page: 't2.1', card: first, isAsked: true })).toHaveProperty(
      'facts.length',
      1,
    );
    room.do({ kind: 'askPanel', ...question, isAsked: false }, sitter);
    for (const card of CARDS.slice(1, 1 + LIMITS.panelQuestionsPerPageMax)) {
      room.do({ kind: 'askPanel', page: 't2.1', card, isAsked: true });
    }
    const ofOther = room.cafe.panel.filter(({ page }) => page === 't2.1');
    expect(ofOther.map(({ card }) => card)).toEqual(
      CARDS.slice(0, LIMITS.panelQuestionsPerPageMax),
    );
    expect(room.cafe.panel.filter(({ page }) => page === 't1.1')).toMatchObject([
      { card: first, isAsked: false },
      { card: second, isAsked: true },
    ]);
    expect(room.do({ kind: 'askPanel', page: 't1.1', card: third, isAsked: true }, sitter)).toEqual(
      { facts: [{ kind: 'panelAsked', page: 't1.1', card: third, isAsked: true }] },
    );
  });

  it('asked, answered, hidden or taken off twice are so once', () => {
    const { room, sitter } = asked();
    room.goTo(8);
    const nothing = { facts: [] };
    expect(room.do({ kind: 'askPanel', ...question, isAsked: true }, sitter)).toEqual(nothing);
    expect(room.do({ kind: 'askPanel', page: 't1.1', card: third, isAsked: false })).toEqual(
      nothing,
    );
    expect(room.do({ kind: 'showQuestion', question: null })).toEqual(nothing);
    const unknown = { page: 't1.1', card: third };
    const no = { refusal: { code: 'no question' } };
    expect(room.do({ kind: 'showQuestion', question: unknown })).toEqual(no);
    for (const is of [true, false]) {
      const answer = { kind: 'answerQuestion' as const, isAnswered: is };
      const hide = { kind: 'hideQuestion' as const, isHidden: is };
      expect(room.do({ ...answer, ...unknown })).toEqual(no);
      expect(room.do({ ...hide, ...unknown })).toEqual(no);
      for (const command of [answer, hide]) {
        expect(room.do({ ...command, ...question })).toHaveProperty('facts.length', 1);
        expect(room.do({ ...command, ...question })).toEqual(nothing);
      }
    }
  });

  it('come on the screen in a break and at the panel, until the step ends', () => {
    const { room } = asked();
    const show = { kind: 'showQuestion' as const, question };
    expect(room.do(show)).toEqual({ refusal: { code: 'not the time' } });
    room.goTo(8);
    room.do(show);
    expect(shownQuestion(room.cafe)).toEqual(question);
    expect(room.do(show)).toEqual({ facts: [] });
    room.do({ kind: 'showQuestion', question: null });
    expect(shownQuestion(room.cafe)).toBeNull();
    room.do(show);
    room.next();
    expect(shownQuestion(room.cafe)).toBeNull();
    expect(room.cafe.activity.filter(({ did }) => did === 'questionShown')).toMatchObject([
      { isOn: true, table: 't1' },
      { isOn: false, table: null },
      { isOn: true, table: 't1' },
    ]);
  });

  it('are answered and hidden, and both is undone exactly', () => {
    const { room, sitter } = asked();
    room.goTo(8);
    room.do({ kind: 'showQuestion', question });
    const before = room.cafe;
    room.do({ kind: 'answerQuestion', ...question, isAnswered: true });
    room.do({ kind: 'hideQuestion', ...question, isHidden: true });
    expect(shownQuestion(room.cafe)).toBeNull();
    expect(room.do({ kind: 'showQuestion', question })).toEqual({
      refusal: { code: 'no question' },
    });
    // Asking anew brings nothing back that a facilitator has put aside.
    room.do({ kind: 'askPanel', ...question, isAsked: false }, sitter);
    room.do({ kind: 'askPanel', ...question, isAsked: true }, sitter);
    expect(shownQuestion(room.cafe)).toBeNull();
    room.do({ kind: 'hideQuestion', ...question, isHidden: false });
    room.do({ kind: 'answerQuestion', ...question, isAnswered: false });
    expect([room.cafe.panel, room.cafe.spotlight]).toEqual([before.panel, before.spotlight]);
  });

  it('are taken back by those who asked, from the screen too', () => {
    const { room, sitter } = asked();
    room.goTo(8);
    room.do({ kind: 'showQuestion', question });
    room.do({ kind: 'askPanel', ...question, isAsked: false }, sitter);
    expect(shownQuestion(room.cafe)).toBeNull();
    expect(room.do({ kind: 'answerQuestion', ...question, isAnswered: true })).toEqual({
      refusal: { code: 'no question' },
    });
  });

  it('are put up, answered and hidden by facilitators alone', () => {
    const { room, sitter } = asked();
    for (const command of [
      { kind: 'showQuestion' as const, question },
      { kind: 'answerQuestion' as const, ...question, isAnswered: true },
      { kind: 'hideQuestion' as const, ...question, isHidden: true },
    ]) {
      expect(room.do(command, sitter)).toEqual({ refusal: { code: 'not allowed' } });
    }
    expect(room.do({ kind: 'askPanel', ...question, isAsked: true }, { role: 'screen' })).toEqual({
      refusal: { code: 'not allowed' },
    });
  });

  it('are nobody’s to ask once the café is closed, nor cards to pass on', () => {
    const { room, sitter } = asked();
    room.goTo(11);
    room.next();
    expect(room.cafe.stage.at).toBe('closed');
    expect(room.do({ kind: 'askPanel', page: 't1.1', card: third, isAsked: true }, sitter)).toEqual(
      { refusal: { code: 'cafe closed' } },
    );
    expect(room.do({ kind: 'passOn', page: 't1.1', card: third, isPicked: true }, sitter)).toEqual({
      refusal: { code: 'cafe closed' },
    });
  });
});
