import type { FactBody, NameChange } from './fact.ts';
import type { PersonId } from './ids.ts';
import type { Refusal } from './refusal.ts';

/** `person` is who a join became. */
export type Decision =
  { facts: FactBody[]; names?: NameChange[]; person?: PersonId } | { refusal: Refusal };
