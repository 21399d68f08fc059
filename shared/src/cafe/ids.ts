/** Ids are opaque strings. A café, a person and a command have uuids (v7); teams and tables short ids from the definition, such as `t7`. */
export type CafeId = string;
export type PersonId = string;
export type TeamId = string;
export type TableId = string;
/** A device that lies on a table and belongs to nobody. */
export type TablePhoneId = string;
export type CommandId = string;

/** Rounds are numbered from 1. The home round carries the number after the last visiting round. */
export type RoundNumber = number;
