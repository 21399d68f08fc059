import type { Cafe } from '../cafe.ts';
import type { Stage } from '../stage.ts';

/** Counters, lists and the end told at the doors aside; who may still write somewhere only grows. */
export function matter(cafe: Cafe, now: number): unknown {
  const {
    factNumber,
    lastAt,
    activity,
    deeds,
    plannedMs,
    retimed,
    replanned,
    edition,
    phase,
    lastTransition,
    endMoved,
    trail,
    sat,
    stage,
    ...rest
  } = cafe;
  void [
    factNumber,
    lastAt,
    activity,
    deeds,
    plannedMs,
    retimed,
    replanned,
    edition,
    phase,
    lastTransition,
    endMoved,
    sat,
  ];
  return { ...rest, trail: trail.length, stage: standing(stage, now) };
}

function standing(stage: Stage, now: number): unknown {
  switch (stage.at) {
    case 'step':
      return { ...stage, startedAt: now - stage.startedAt, endsAt: stage.endsAt - now };
    case 'paused':
      return { ...stage, startedAt: stage.pausedAt - stage.startedAt, pausedAt: 0 };
    default:
      return stage;
  }
}
