/** What a list is read against: the café as facilitators see it. */
export interface Room {
  teams: readonly {
    id: string;
    name: string;
    topic: string;
    question: string;
    homeTable: string;
  }[];
  tables: readonly {
    id: string;
    number: number;
    place: string;
    chairs: number;
    closed?: true;
  }[];
  people: readonly {
    id: string;
    name: string;
    team: string | null;
    withoutPhone: boolean;
    fixedAt: string | null;
    goesWith: string | null;
    /** Where they are told to sit, round by round. */
    tables?: readonly (string | null)[];
  }[];
}

/** A line of a list, or several where a quoted field has line breaks. */
export interface Span {
  from: number;
  to: number;
  /** As it stood, its line break with it: those of a list joined are its text again. */
  raw: string;
}

/** Lines that mean the same in every list. */
export type PlainLine =
  | (Span & { is: 'blank' })
  /** `unused`: headings that mean nothing here. */
  | (Span & { is: 'headings'; unused: string[] })
  /** The very same as another line. */
  | (Span & { is: 'again'; name: string; line: number })
  /**
   * Already in the café; `as`: how it is written there, where otherwise; `left`: what the list says otherwise
   * of somebody, and does not change.
   */
  | (Span & { is: 'known'; name: string; as?: string; left?: ListedField[] });

export type ListedField = 'fixed seat' | 'goes with' | 'without a phone';
