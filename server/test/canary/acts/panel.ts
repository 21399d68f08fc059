/** Questions go to the panel, are passed on, and stand on the big screen. */
import fc from 'fast-check';
import { v4 as uuid } from 'uuid';
import { call } from '../../fixture.ts';
import { facilitatorOf, page, personOf, pick, who } from './act.ts';
import type { How, Page, Weighted } from './act.ts';
import { write } from './notes.ts';

export type PanelAct =
  | { do: 'ask panel'; who: number; page: Page }
  | { do: 'show' | 'hide' | 'take off' | 'answer'; which: number };

export const panelActs: Weighted<PanelAct> = [
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask panel' as const), who, page }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('show', 'show', 'hide', 'take off', 'answer'),
      which: fc.nat(20),
    }),
  },
];

export const panel: How<PanelAct> = {
  'ask panel': async (marked, { who, page }) => {
    const ear = personOf(marked, who);
    const ref = await write(marked, ear, page);
    await marked.pass(50);
    await ear.phone.command({ kind: 'askPanel', ...ref, isAsked: true });
    await ear.phone.command({ kind: 'passOn', ...ref, isPicked: true });
  },
  show: async (marked, { which }) => {
    if (marked.cafe.panel.length === 0) return;
    const { page, card } = pick(marked.cafe.panel, which);
    const question = { page, card };
    await facilitatorOf(marked).phone.command({ kind: 'showQuestion', question });
  },
  hide: async (marked, { which }) => {
    if (marked.cafe.panel.length === 0) return;
    const { page, card } = pick(marked.cafe.panel, which);
    const isHidden = which % 3 !== 0;
    await facilitatorOf(marked).phone.command({ kind: 'hideQuestion', page, card, isHidden });
  },
  /** Over HTTP; it is taken once the café is closed, and stored as time passes. */
  answer: async (marked, { which }) => {
    if (marked.cafe.panel.length === 0) return;
    const { page, card } = pick(marked.cafe.panel, which);
    const { server, words, time } = marked.around;
    const text = words.make();
    words.plant(text, { of: 'answer', cafe: marked.made.cafe, page, card });
    const body = { id: uuid(), page, card, text };
    const heard = { isIn: false };
    const answer = call(server, 'POST', '/api/cafe/answers', { ...marked.made, body });
    void answer.then(() => (heard.isIn = true));
    // Before the close it is refused at once, and no bell may ring meanwhile.
    while (marked.cafe.stage.at === 'closed' && !heard.isIn) await time.pass(5);
    await answer;
  },
  'take off': async (marked) => {
    await facilitatorOf(marked).phone.command({ kind: 'showQuestion', question: null });
  },
};
