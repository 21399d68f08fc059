/** A step of the programme as JSON, in a café’s file and in a changed plan of the day. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { nameText, optionalText } from './text.ts';

const minutes = v.pipe(v.number(), v.minValue(0.1), v.maxValue(LIMITS.stepMinutesMax));
const round = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.roundsMax + 1));
const title = nameText(LIMITS.titleCharsMax);
const link = v.pipe(v.string(), v.url(), v.regex(/^https?:/u), v.maxLength(LIMITS.linkCharsMax));

export const StepBody = v.variant('kind', [
  v.object({ kind: v.literal('doors'), minutes }),
  v.object({
    kind: v.literal('welcome'),
    minutes,
    title,
    speaker: v.exactOptional(optionalText(LIMITS.titleCharsMax)),
  }),
  v.object({ kind: v.literal('move'), minutes, round }),
  v.object({
    kind: v.literal('round'),
    minutes,
    round,
    beats: v.pipe(
      v.array(v.object({ kind: v.picklist(['story', 'talk', 'write']), minutes })),
      v.minLength(1),
      v.maxLength(LIMITS.beatsMax),
    ),
    question: v.exactOptional(optionalText(LIMITS.questionCharsMax)),
  }),
  v.object({ kind: v.literal('grace'), minutes, round }),
  v.object({ kind: v.literal('break'), minutes, title }),
  v.object({ kind: v.literal('home'), minutes, round }),
  v.object({ kind: v.literal('panel'), minutes, title }),
  v.object({ kind: v.literal('feedback'), minutes, title, link: v.exactOptional(link) }),
]);
