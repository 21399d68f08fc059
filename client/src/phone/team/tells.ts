import { TELLS, type Tells, type WireCommand } from '@tablecloth/shared/cafe';
import { Draft } from './draft.svelte.ts';

/** The boxes of what a team tells, on its own page and at the desk. */
export type TellsDrafts = Record<keyof Tells, Draft>;

type DescribeTeam = Extract<WireCommand, { kind: 'describeTeam' }>;

export function tellsDrafts({ topic, story, question }: Tells): TellsDrafts {
  return { topic: new Draft(topic), story: new Draft(story), question: new Draft(question) };
}

/** Sends what was changed, and nothing of the boxes that nobody touched. */
export function tellsCommand(team: string, drafts: TellsDrafts): DescribeTeam {
  const changed = TELLS.filter((field) => drafts[field].isChanged);
  return {
    ...{ kind: 'describeTeam', team },
    ...Object.fromEntries(changed.map((field) => [field, drafts[field].text])),
    was: Object.fromEntries(changed.map((field) => [field, drafts[field].base])),
  };
}
