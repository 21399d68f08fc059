import type { WireCommand } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { Connection } from '../lib/connection.svelte.ts';
import { Kept } from '../lib/kept.ts';
import { FakeDevice, settle } from '../lib/test/fake-device.ts';
import { FakeSocket } from '../lib/test/fake-socket.ts';
import { figures, words as t } from './fixture.ts';
import { KeptPresses } from './kept-presses.ts';
import { PROGRAMME, Presses, type Answered } from './presses.svelte.ts';
import { refusalLine } from './refusal-line.ts';

const ring: WireCommand = { kind: 'ring', phase: 4 };
const move: WireCommand = { kind: 'move', person: 'p1', table: 't2' };
const checkIn: WireCommand = { kind: 'checkIn', person: 'p2' };

/** A facilitator's page without network until `plug`; `reload` opens it anew on the same device. */
async function desk(device = new FakeDevice(), kept = new Kept(null)) {
  const socket = new FakeSocket();
  socket.reachable = false;
  const sent: { id: string; command: WireCommand }[] = [];
  const room: { round: number; answer: Answered | undefined } = {
    round: 1,
    answer: { ok: true, factNumber: 9 },
  };
  socket.answers['hello'] = () => ({ ok: true, now: 0, saved: [], sendFrom: [] });
  socket.answers['command'] = (message) => {
    sent.push(message);
    return room.answer;
  };
  const line = new Connection(device, 'secret-of-a-session', () => Promise.resolve(socket));
  const presses = new Presses(device, line, new KeptPresses(kept, 'c'), () => room.round);
  presses.resume();
  line.start();
  await settle();
  return {
    device,
    room,
    sent,
    presses,
    waiting: () => presses.pending.map(({ label }) => label),
    said: () =>
      presses.refusal && refusalLine(presses.refusal, { own: '', people: [] }, figures, t),
    async plug() {
      socket.reachable = true;
      await device.pass(10_000);
    },
    reload() {
      line.close();
      presses.close();
      return desk(device, kept);
    },
  };
}

it('a press that waits for the network is there after a reload, and is done once', async () => {
  const before = await desk();
  void before.presses.press(PROGRAMME, 'Ring the bell now', ring);
  const after = await before.reload();
  expect(after.waiting()).toEqual(['Ring the bell now']);
  expect(after.presses.isBusy(PROGRAMME)).toBe(true);
  await after.plug();
  expect(after.sent.map(({ command }) => command)).toEqual([ring]);
  expect(after.waiting()).toEqual([]);
  const again = await after.reload();
  expect(again.waiting()).toEqual([]);
});

it('one that was sent but not answered goes under the same id, which the server knows', async () => {
  const before = await desk();
  before.room.answer = undefined;
  void before.presses.press(PROGRAMME, 'Ring the bell now', ring);
  await before.plug();
  const after = await before.reload();
  await after.plug();
  expect(after.sent).toEqual(before.sent);
});

it('one nobody means any more is not sent, and that is said', async () => {
  const { device, presses, plug, reload, sent, said, waiting } = await desk();
  void presses.press(PROGRAMME, 'Ring the bell now', ring);
  await device.pass(125_000);
  expect(waiting()).toEqual([]);
  expect(said()).toMatch(/^No answer, so it was given up: Ring the bell now\./u);
  await plug();
  expect(sent).toEqual([]);
  expect((await reload()).waiting()).toEqual([]);
});

it('nor is one that slept through the night with its device', async () => {
  const { device, presses, plug, sent, said } = await desk();
  void presses.press(PROGRAMME, 'Close the café', { kind: 'close', phase: 4 });
  device.sleep(36_000_000);
  await plug();
  expect(sent).toEqual([]);
  expect(said()).toMatch(/Close the café/u);
});

it('a seat is not given in another round than the one it was meant for', async () => {
  const { presses, plug, room, sent, said } = await desk();
  void presses.press('p1', 'Move: Zoë', move);
  room.round = 2;
  await plug();
  expect(sent).toEqual([]);
  expect(said()).toMatch(/Move: Zoë/u);
});

it('who arrived has arrived, however late that is heard', async () => {
  const before = await desk();
  void before.presses.press('p2', 'Check in: Dev', checkIn);
  await before.device.pass(900_000);
  const after = await before.reload();
  await after.plug();
  expect(after.sent.map(({ command }) => command)).toEqual([checkIn]);
});

const asked = { question: 'What for?', was: '' };
const seated = { number: 4, place: 'by the windows', chairs: 5 };
it.each<WireCommand>([
  { kind: 'describeCafe', about: { notice: 'Lunch is in the garden.' } },
  { kind: 'askAtTable', table: 't1', ...asked },
  { kind: 'describeTeam', team: 'team1', question: asked.question, was: { question: '' } },
  { kind: 'wishToHost', person: 'p1', rounds: [2] },
  { kind: 'changePerson', person: 'p1', name: 'Zoë', preview: null },
  { kind: 'addTable', table: 't4', ...seated, preview: null },
  { kind: 'describeTable', table: 't4', ...seated },
  { kind: 'addTeam', team: 'team4', name: 'Fern', homeTable: 't4' },
  { kind: 'nameTeam', team: 'team1', name: 'Fern', homeTable: 't1' },
])('words that were typed wait as long as the network is away: $kind', async (command) => {
  const { device, presses, plug, sent, said } = await desk();
  void presses.press('form', 'A form', command);
  await device.pass(900_000);
  expect(said()).toBe(null);
  await plug();
  expect(sent.map((one) => one.command)).toEqual([command]);
});

it('what waits to be said is there to be read, after a reload too', async () => {
  const about = { title: 'An evening' };
  const before = await desk();
  void before.presses.press('about', 'About this café', { kind: 'describeCafe', about });
  const { presses, plug } = await before.reload();
  expect(presses.waiting('about', 'describeCafe')?.about).toEqual(about);
  expect(presses.waiting('about', 'askAtTable')).toBe(null);
  await plug();
  expect(presses.waiting('about', 'describeCafe')).toBe(null);
});
