/** What a café says about itself and asks, as JSON. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { nameText, optionalText } from './text.ts';

const question = v.exactOptional(optionalText(LIMITS.questionCharsMax));

/** What is missing stays as it is, so two facilitators do not undo one another's words. */
export const About = v.object({
  title: v.exactOptional(nameText(LIMITS.titleCharsMax)),
  organisation: v.exactOptional(optionalText(LIMITS.titleCharsMax)),
  question,
  homeQuestion: question,
  panelQuestion: question,
  notice: v.exactOptional(optionalText(LIMITS.noticeCharsMax)),
  /** What phones say at the door. */
  lobby: v.exactOptional(optionalText(LIMITS.lineCharsMax)),
  opensAt: v.exactOptional(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.opensAtMax))),
  ),
  keepDays: v.exactOptional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.keepDaysMax)),
  ),
});
export type About = v.InferOutput<typeof About>;
