/** Which question is asked: the narrowest that somebody has written. */
import type { Definition } from './definition.ts';
import type { RoundNumber, TableId } from './ids.ts';
import type { Step } from './programme.ts';
import { teamAt } from './tables.ts';

/** A round's own question, empty where it has none. */
export function questionOfRound(programme: readonly Step[], round: RoundNumber): string {
  const step = programme.find((one) => one.kind === 'round' && one.round === round);
  return step?.kind === 'round' ? (step.question ?? '') : '';
}

/** What a table asks in every round: its team's question, or else the table's own; may be empty. */
export function questionOfTable(
  definition: Pick<Definition, 'teams' | 'tables'>,
  table: TableId,
): string {
  const team = teamAt(definition, table)?.question ?? '';
  return team === '' ? (definition.tables.find(({ id }) => id === table)?.question ?? '') : team;
}

/** The table's or its team's own question, else the round's, else the café's. */
export function questionAt(
  { programme, question }: Pick<Definition, 'programme' | 'question'>,
  own: string,
  round: RoundNumber,
): string {
  if (own !== '') return own;
  const ofRound = questionOfRound(programme, round);
  return ofRound === '' ? question : ofRound;
}
