import { v4 as uuid } from 'uuid';
import { aSecond, eve, phaseOf } from './room.ts';
import { all, type Stories } from './story.ts';

/** What facilitators do before people are seated. */
export const atTheDoor: Stories = {
  takeIn: {
    press: () => {
      const [team, table] = [uuid(), uuid()];
      return Promise.resolve({
        kind: 'takeIn',
        teams: [{ ...{ id: team, name: 'New', topic: '', question: '' }, homeTable: table }],
        tables: [{ id: table, number: 9, place: '', chairs: 6 }],
        people: [{ ...eve, id: uuid(), team, goesWith: null }],
      });
    },
    shows: (room) => all(room, 'cafe'),
  },
  chooseSeating: {
    press: () => Promise.resolve({ kind: 'chooseSeating', first: 'people' }),
  },
  planAhead: {
    press: () => Promise.resolve({ kind: 'planAhead', how: 'keep' }),
    shows: ({ ada }) => [[ada, 'person']],
  },
  addPerson: {
    press: () =>
      Promise.resolve({
        ...{ kind: 'addPerson', person: uuid(), name: 'Zoe', team: null, withoutPhone: true },
      }),
    shows: ({ screen }) => [[screen, 'room']],
  },
  checkIn: {
    press: () => Promise.resolve({ kind: 'checkIn', person: 'eve' }),
    shows: ({ screen }) => [[screen, 'room']],
  },
  changePerson: {
    press: () =>
      Promise.resolve({ kind: 'changePerson', person: 'eve', team: 'team3', preview: null }),
  },
  wishToHost: {
    press: () => Promise.resolve({ kind: 'wishToHost', person: 'eve', rounds: [2] }),
  },
  addTable: {
    press: () =>
      Promise.resolve({
        ...{ kind: 'addTable', table: uuid(), number: 12, place: '', chairs: 6, preview: null },
      }),
    shows: (room) => all(room, 'cafe'),
  },
  describeTable: {
    press: () =>
      Promise.resolve({
        ...{ kind: 'describeTable', table: 't1', number: 1, place: 'by the door', chairs: 7 },
      }),
    shows: (room) => all(room, 'cafe'),
  },
  nameTeam: {
    press: () =>
      Promise.resolve({ kind: 'nameTeam', team: 'team1', name: 'Anchor', homeTable: 't1' }),
    shows: (room) => all(room, 'cafe'),
  },
  moveAhead: {
    press: async (room) => {
      const { facilitator } = room;
      await facilitator.command({ kind: 'planAhead', how: 'keep' });
      await aSecond(room);
      const { people } = await facilitator.sees('facilitator', ({ planned }) => planned !== null);
      // Who came last is of no team, so that no table is their own.
      const hal = people.find(({ here, team }) => here && team === null);
      const from = hal?.planned?.tables[0];
      const table = from === 't1' ? 't2' : 't1';
      return { kind: 'moveAhead', person: hal?.id ?? '', round: 1, table };
    },
    shows: ({ phones }) => phones.slice(-1).map((hal) => [hal, 'person']),
  },
  expect: {
    press: async (room) => {
      const { facilitator } = room;
      await facilitator.command({ kind: 'depart', person: eve.id });
      await aSecond(room);
      await facilitator.sees('facilitator', ({ people }) =>
        people.some(({ id, left }) => id === eve.id && left === true),
      );
      return { kind: 'expect', person: eve.id };
    },
  },
  next: {
    press: async (room) => ({ kind: 'next', phase: await phaseOf(room) }),
    shows: (room) => all(room, 'clock'),
  },
};
