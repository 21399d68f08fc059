/** Questions go to the panel, are passed on, and stand on the big screen. */
import fc from 'fast-check';
import { facilitatorOf, page, personOf, pick, who } from './act.ts';
import type { How, Page, Weighted } from './act.ts';
import { write } from './notes.ts';

export type PanelAct =
  | { do: 'ask panel'; who: number; page: Page }
  | { do: 'show' | 'hide' | 'take off'; which: number };

export const panelActs: Weighted<PanelAct> = [
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask panel' as const), who, page }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('show', 'show', 'hide', 'take off'),
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
  'take off': async (marked) => {
    await facilitatorOf(marked).phone.command({ kind: 'showQuestion', question: null });
  },
};
