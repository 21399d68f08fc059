import type { LinkRole, SessionRole } from './store.ts';

/** The tables as kysely sees them; their columns are explained in migrations/. */
export interface Tables {
  cafes: {
    id: string;
    code: string;
    created_at: number;
    number: number;
    due: number | null;
    deleted_rows: number | null;
  };
  facts: { cafe: string; number: number; at: number; by: string | null; body: string };
  commands: { cafe: string; id: string; answer: string; number: number };
  names: { cafe: string; person: string; name: string };
  open_rounds: { cafe: string; round: number };
  pages: { cafe: string; page: string; round: number; generation: number; seq: number };
  page_rows: {
    cafe: string;
    page: string;
    seq: number;
    leaf: string | null;
    person: string | null;
    replica: string | null;
    first: number;
    last: number;
    bytes: Uint8Array;
    at: number;
  };
  replicas: { cafe: string; page: string; replica: string; person: string | null; last: number };
  clients: {
    cafe: string;
    page: string;
    client_id: number;
    person: string | null;
    replica: string;
  };
  links: {
    hash: string;
    cafe: string;
    role: LinkRole;
    person: string | null;
    team: string | null;
    created_at: number;
  };
  sessions: {
    hash: string;
    cafe: string;
    role: SessionRole;
    person: string | null;
    team: string | null;
    link: string | null;
    created_at: number;
  };
  /** Of no café any more. */
  receipts: { hash: string; deleted_at: number; rows: number };
}

/** Every table whose rows belong to a café; all have a column `cafe`. `cafes` itself is apart. */
export const tablesOfACafe = [
  'facts',
  'commands',
  'names',
  'open_rounds',
  'page_rows',
  'replicas',
  'clients',
  'pages',
  'sessions',
  'links',
] as const satisfies readonly (keyof Tables)[];
