import { expect, test, vi } from 'vitest';
import { Replica } from './phone.ts';
import { startRound } from './round.ts';

test('entries for made-up and foreign pages are refused without loading a page for each', async () => {
  const { server, page, mates, others } = await startRound();
  const [ada] = mates;
  const loaded = vi.spyOn(server.store, 'page');
  for (let table = 1; table <= 30; table += 1) {
    ada.socket.emit('entry', new Replica(`nowhere-${String(table)}.1`).write('a'));
  }
  expect(await ada.got('entry refused', (one) => one.page === 'nowhere-30.1')).toMatchObject({
    refusal: { code: 'not your page' },
  });
  others[0]?.socket.emit('entry', new Replica(page).write('a'));
  expect(await others[0]?.got('entry refused')).toMatchObject({
    refusal: { code: 'not your page' },
  });
  expect(loaded).not.toHaveBeenCalled();
  ada.socket.emit('entry', new Replica(page).write('one of my own'));
  expect(await ada.got('saved')).toMatchObject({ page, n: 1 });
});
