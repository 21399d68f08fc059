import type { Finding } from './findings.ts';
import type { Spread } from './measure.ts';

/** What a rehearsal came to. Times in ms unless the name says seconds. */
export interface Report {
  phones: number;
  pace: number;
  seed: number;
  joined: number;
  seated: number;
  wrongTables: number;
  repeatedTables: number;
  wordsTyped: number;
  wordsFound: number;
  wordsMissing: number;
  wordsInWrongPlace: number;
  bellsRungTwice: number;
  editLatency: Spread;
  bellToTold: Spread;
  /** Rows of the deleted café, and those still there. */
  rowsDeleted: number;
  rowsLeft: number;
  /** Why a facilitator would recommend it. */
  day: {
    endDriftSeconds: number;
    bellToToldSeconds: number | null;
    visitsPerHost: number;
    secondsToPack: number;
    tapsToJoin: number;
    wordsLostInOutage: number;
  };
  findings: Finding[];
}
