import { editionOf, phaseOf, stageOf } from './room.ts';
import { all, type Stories } from './story.ts';

/** What facilitators do with time and the plan of the day while a round runs. */
export const withTheClock: Stories = {
  extend: {
    press: async (room) => {
      const stage = await stageOf(room);
      return { kind: 'extend', endsAt: stage.at === 'step' ? stage.endsAt : 0, minutes: 2 };
    },
    shows: (room) => all(room, 'clock'),
  },
  timeSteps: {
    press: async (room) => ({
      ...{ kind: 'timeSteps', phase: await phaseOf(room) },
      edition: await editionOf(room),
      steps: [{ index: 8, minutes: 3 }],
    }),
    shows: (room) => all(room, 'cafe'),
  },
  changePlan: {
    press: async (room) => {
      const { programme } = await room.facilitator.sees('cafe');
      const from = programme.findIndex(({ kind }) => kind === 'panel');
      const steps = programme
        .slice(from)
        .map((step) => (step.kind === 'panel' ? { ...step, title: 'Two who have done it' } : step));
      return { kind: 'changePlan', edition: await editionOf(room), from, steps };
    },
    shows: (room) => all(room, 'cafe'),
  },
  pause: {
    press: async (room) => ({ kind: 'pause', phase: await phaseOf(room) }),
    shows: (room) => all(room, 'clock'),
    isTimed: true,
  },
  resume: {
    press: async (room) => {
      const phase = await phaseOf(room);
      await room.facilitator.command({ kind: 'pause', phase });
      await room.facilitator.sees('clock', (view) => view.phase > phase);
      return { kind: 'resume', phase: await phaseOf(room) };
    },
    shows: (room) => all(room, 'clock'),
    isTimed: true,
  },
  ring: {
    press: async (room) => {
      const phase = await phaseOf(room);
      const stage = await stageOf(room);
      if (stage.at === 'paused') {
        await room.facilitator.command({ kind: 'resume', phase });
        await room.facilitator.sees('clock', (view) => view.phase > phase);
      }
      return { kind: 'ring', phase: await phaseOf(room) };
    },
    shows: (room) => all(room, 'clock'),
    isTimed: true,
  },
};
