export { BLANK_MINUTES, blankCafe } from './blank-cafe.ts';
export { hostedCafe, type HostedCafe } from './hosted-cafe.ts';
export { NOTICE } from './notice.ts';
export { QUESTION, QUESTION_WITHOUT_TEAMS } from './question.ts';
export { sampleCafe } from './sample-cafe.ts';
export { smallCafe, type SmallCafe } from './small-cafe.ts';
