import type { FacilitateWords } from '../words/facilitate.ts';
import type { Desk } from './desk.svelte.ts';

/** That there is no network, and what becomes of presses; empty while there is. */
export function networkLine(
  { noNetwork, asPlanned }: Pick<Desk, 'noNetwork' | 'asPlanned'>,
  { live }: FacilitateWords,
): string {
  if (!noNetwork) return '';
  return asPlanned ? live.noNetworkAsPlanned : live.noNetwork;
}
