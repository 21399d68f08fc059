import { TELLS, type Tells, type WireCommand } from '@tablecloth/shared/cafe';
import type { WireRefusal } from '@tablecloth/shared/protocol';
import { Draft } from './draft.svelte.ts';
import type { Unheard } from './http.ts';

/** The boxes of what a team tells, on its own page and at the desk. */
export type TellsDrafts = Record<keyof Tells, Draft>;

type DescribeTeam = Extract<WireCommand, { kind: 'describeTeam' }>;

export function tellsDrafts({ topic, story, question }: Tells): TellsDrafts {
  return { topic: new Draft(topic), story: new Draft(story), question: new Draft(question) };
}

/**
 * Sends what was changed, and nothing of the boxes that nobody touched; each learns what became of its words.
 * `send` answers null once they are stored.
 */
export async function saveTells(
  team: string,
  drafts: TellsDrafts,
  send: (command: DescribeTeam) => Promise<WireRefusal | Unheard | null>,
): Promise<WireRefusal | Unheard | null> {
  const changed = TELLS.filter((field) => drafts[field].isChanged);
  const sent = changed.map((field) => ({ field, draft: drafts[field], text: drafts[field].text }));
  for (const { draft, text } of sent) draft.send(text);
  const refusal = await send({
    ...{ kind: 'describeTeam', team },
    ...Object.fromEntries(sent.map(({ field, text }) => [field, text])),
    was: Object.fromEntries(sent.map(({ field, draft }) => [field, draft.base])),
  });
  for (const { field, draft, text } of sent) {
    if (refusal === null) draft.saved(text);
    else draft.refused(refusal, field);
  }
  return refusal;
}
