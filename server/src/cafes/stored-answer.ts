/** How the answer to a command looks in the store, and who may hear it. */
import { refuse, type Actor } from '@tablecloth/shared/cafe';
import type { StoredAnswer } from '../store/store.ts';
import type { Outcome } from './request.ts';
import { writeLabel } from './stored-fact.ts';

export function toAnswer(outcome: Outcome, by: Actor): Outcome & { for: string } {
  return { ...outcome, for: senderOf(by) };
}

/**
 * What a sender hears who uses an id again: the answer where it is their own, on another device or in
 * another session too. The store holds what `toAnswer` wrote; older answers do not say whose they are.
 */
export function fromAnswer({ answer }: Pick<StoredAnswer, 'answer'>, by: Actor): Outcome {
  const { for: whose, ...outcome } = answer as Outcome & { for?: string };
  if (whose !== undefined && whose !== senderOf(by))
    return { ok: false, ...refuse('not understood') };
  return outcome;
}

/** Facilitators are one: whoever opens their link anew is called otherwise, and sends the same press. */
function senderOf(by: Actor): string {
  if (by.role === 'facilitator' || by.role === 'screen') return by.role;
  return writeLabel(by) ?? by.role;
}
