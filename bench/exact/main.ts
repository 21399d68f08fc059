/**
 * `npm run bench:exact`: random rooms inside the exact theory whose teams fit whole into classes. Of
 * each kind how many plans are perfect (no table twice, nobody meets twice, even tables), how many
 * rooms are proven not to have one (`cannot be`), and how long they took in this process; plans that
 * are not perfect are listed with what nobody can beat. `--cold N` plans N rooms of each kind in fresh
 * processes too. Where teams of any sizes share tables of their own or have hosts as they come (`hosts
 * of teams`, `own tables`) there need not be a perfect plan. The last line is a room of 2,000.
 */
import { isNoPlan, plan, type Planned } from '@tablecloth/shared/rotation';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { KINDS, exactRoom, type ExactRoom } from './rooms.ts';
import { TEAM_KINDS, teamRoom } from './team-rooms.ts';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    cold: { type: 'string', default: '0' },
  },
});

const isPerfect = ({ worth }: Planned): boolean =>
  worth.tableRepeats + worth.imbalance + worth.waste === 0;

/** Whether it is proven that no plan is perfect. */
const cannotBe = ({ bounds }: Planned): boolean =>
  bounds.tableRepeats + bounds.imbalance + bounds.waste > 0;

const first = Number(options.seed);
const seeds = Array.from({ length: Number(options.count) }, (_, i) => first + i);
const rooms = [...seeds.map(exactRoom), ...seeds.slice(seeds.length / 2).map(teamRoom)].filter(
  (room) => room !== null,
);

const kinds: string[] = [...KINDS, ...TEAM_KINDS];
const times = new Map<string, number[]>(kinds.map((kind) => [kind, []]));
const perfect = new Map<string, number>();
const impossible = new Map<string, number>();
for (const { kind, seed, instance } of rooms) {
  const began = performance.now();
  const planned = plan(instance, 1);
  times.get(kind)?.push(performance.now() - began);
  if (isNoPlan(planned)) throw new Error(`seed ${seed}: ${planned.reason}`);
  if (isPerfect(planned)) perfect.set(kind, (perfect.get(kind) ?? 0) + 1);
  else {
    if (cannotBe(planned)) impossible.set(kind, (impossible.get(kind) ?? 0) + 1);
    console.log(described({ kind, seed, instance }, planned));
  }
}

console.log(`\n${''.padEnd(16)} rooms  perfect  cannot be  p50 ms  p95 ms`);
for (const [kind, all] of times) {
  report(kind, String(perfect.get(kind) ?? 0), String(impossible.get(kind) ?? 0), all);
}
if (Number(options.cold) > 0) {
  console.log('\nIn fresh processes');
  for (const kind of kinds) {
    report(
      kind,
      '',
      '',
      cold(rooms.filter((room) => room.kind === kind).slice(0, Number(options.cold))),
    );
  }
}
console.log(large());

function large(): string {
  const people = Array.from({ length: 2_000 }, (_, i) => ({
    ...{ id: `p${i}`, team: `T${i % 400}`, home: `t${i % 400}` },
  }));
  const tables = Array.from({ length: 400 }, (_, i) => ({ id: `t${i}`, cap: 5 }));
  const began = performance.now();
  const planned = plan({ rounds: 4, tables, people, objective: { avoidHome: true } }, 1);
  const ms = performance.now() - began;
  const isFine = !isNoPlan(planned) && isPerfect(planned);
  return `\n2,000 people × 400 tables × 4 rounds, own tables: ${isFine ? 'perfect' : 'not perfect'}, ${ms.toFixed(0)} ms`;
}

function described({ kind, seed, instance }: ExactRoom, { worth, bounds }: Planned): string {
  const { tables, people, rounds } = instance;
  const counts = (['tableRepeats', 'imbalance', 'waste'] as const)
    .map((what) => `${worth[what]}/${bounds[what]}`)
    .join(' ');
  return `seed ${seed}, ${kind}: ${people.length} people × ${tables.length} tables × ${rounds} rounds: repeats, imbalance, waste ${counts}`;
}

function report(name: string, perfectOnes: string, others: string, all: number[]): void {
  const sorted = all.sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  const counts = [String(all.length).padStart(5), perfectOnes.padStart(8), others.padStart(10)];
  const cells = [...counts, at(0.5).padStart(7)];
  console.log(`${name.padEnd(16)} ${cells.join(' ')} ${at(0.95).padStart(7)}`);
}

/** The milliseconds that `npm run plan` says it took. */
function cold(some: readonly ExactRoom[]): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'tablecloth-exact-'));
  const script = join(import.meta.dirname, 'plan.js');
  const taken = some.map(({ instance }) => {
    const file = join(folder, 'instance.json');
    writeFileSync(file, JSON.stringify(instance));
    const { stdout } = spawnSync(process.execPath, [script, file], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    return (JSON.parse(stdout) as { ms: number }).ms;
  });
  rmSync(folder, { recursive: true });
  return taken;
}
