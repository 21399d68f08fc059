import type { Spread } from './measure.ts';
import type { Report } from './report.ts';

/** The report as lines of a table, the findings beneath. */
export function tableOf(report: Report): string {
  const { day } = report;
  const rows: [string, string][] = [
    ['joined', `${String(report.joined)} of ${String(report.phones)}`],
    ['seated', String(report.seated)],
    ['wrong tables', String(report.wrongTables)],
    ['repeated tables', String(report.repeatedTables)],
    ['words typed', String(report.wordsTyped)],
    ['words found under their team and round', String(report.wordsFound)],
    ['words missing', String(report.wordsMissing)],
    ['words in a wrong place', String(report.wordsInWrongPlace)],
    ['bells rung twice', String(report.bellsRungTwice)],
    ['edit latency', spread(report.editLatency)],
    ['bell to told', spread(report.bellToTold)],
    ['rows deleted, left', `${String(report.rowsDeleted)}, ${String(report.rowsLeft)}`],
    ['', ''],
    ['end drift', seconds(day.endDriftSeconds)],
    [
      'from bell to told',
      day.bellToToldSeconds === null ? 'nobody was told' : seconds(day.bellToToldSeconds),
    ],
    ['visits per host', day.visitsPerHost.toFixed(1)],
    ['to the pack', seconds(day.secondsToPack)],
    ['taps to join', day.tapsToJoin.toFixed(1)],
    ['words lost in an outage', String(day.wordsLostInOutage)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`.trimEnd());
  const verdict =
    report.findings.length === 0
      ? ['Nothing is missing and nothing is wrong.']
      : report.findings.map(({ sentence }) => `✗ ${sentence}`);
  return [...lines, '', ...verdict].join('\n');
}

function spread({ p50, p99, count }: Spread): string {
  if (p50 === null || p99 === null) return 'not seen';
  return `p50 ${String(p50)} ms, p99 ${String(p99)} ms (${String(count)} seen)`;
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}
