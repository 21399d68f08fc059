/** `npm run rehearse`: exit code 1 when anything went missing or wrong, 2 when it could not be done. */
import { USAGE, readOptions } from './options.ts';
import { progressOn } from './progress.ts';
import { rehearse } from './rehearse.ts';
import { tableOf } from './table.ts';

const read = readOptions(process.argv.slice(2));
if ('mistakes' in read) {
  console.error([...read.mistakes, '', USAGE].join('\n'));
  process.exitCode = 2;
} else {
  const { json, ...options } = read.options;
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort(new Error('Stopped.'));
  });
  await rehearse(options, { progress: progressOn(process.stderr), signal: stop.signal }).then(
    (report) => {
      console.log(json ? JSON.stringify(report, null, 2) : tableOf(report));
      process.exitCode = report.findings.length === 0 ? 0 : 1;
    },
    (problem: unknown) => {
      console.error(problem instanceof Error ? problem.message : String(problem));
      process.exitCode = 2;
    },
  );
}
