/** Sentences about plans, for the command line and documents; the pages have dictionaries of their own. */
import type { NoPlan } from './no-plan.ts';
import type { Day, Outcome } from './outcome.ts';

/** One language. People and tables are named as the instance names them. */
export interface PlanWords {
  /** Why there is no plan: one sentence. */
  noPlan(reason: NoPlan): string;
  /** What a plan is worth, and what of it is proven to be unavoidable. */
  plan(outcome: Outcome): string;
  /** A person's day: "5 tables, 24 new people, nobody twice". */
  day(day: Day): string;
  /** The two ways to plan where one cannot have both: other tables first, or new people first. */
  choice(tablesFirst: Outcome, peopleFirst: Outcome): { tables: string; people: string };
}

export const english: PlanWords = {
  noPlan(reason) {
    switch (reason.reason) {
      case 'chairs':
        return `Round ${reason.round} has ${count(reason.people, 'person')} but only ${count(reason.chairs, 'chair')}.`;
      case 'unitTooBig':
        return `In round ${reason.round} ${list(reason.people)} go together, but no table has more than ${count(reason.chairs, 'chair')}.`;
      case 'groups':
        return `Round ${reason.round} has ${count(reason.groups, 'group')} of ${reason.size} or more, but the tables have room for only ${reason.places} of that size.`;
      case 'twoPlaces':
        return `In round ${reason.round} ${list(reason.people)} go together, but are bound to different tables.`;
      case 'tableFull':
        return `In round ${reason.round} ${count(reason.people, 'person')} must sit at table ${reason.table}, which has only ${count(reason.chairs, 'chair')}.`;
      case 'apartYetTogether':
        return `${list(reason.people)} are to be kept apart and yet go together.`;
      case 'apartAtTable':
        return `${list(reason.people)} are to be kept apart, but in round ${reason.round} both must sit at table ${reason.table}.`;
      case 'mutuallyApart':
        return `In round ${reason.round} ${list(reason.people)} must all sit apart, but there are only ${count(reason.tables, 'table')}.`;
      case 'nowhere':
        return `In round ${reason.round} there is no table at which ${list(reason.people)} may sit.`;
      case 'hostsMissing':
        return `In round ${reason.round} table ${reason.table} cannot have as many hosts as it should.`;
      case 'unfairHosts':
        return `The team of table ${reason.table} cannot share its hosting rounds fairly.`;
      case 'noSeating':
        return `No seating of round ${reason.round} keeps every rule at once: chairs, groups, own tables and people kept apart.`;
    }
  },

  plan(outcome) {
    const parts = [
      ...(outcome.wishing > 0
        ? [
            `${outcome.honoured} of ${count(outcome.wishing, 'person')} sit at a table they wished for.`,
          ]
        : []),
      tables(outcome),
      ...evenness(outcome),
      people(outcome),
      ...(outcome.changed > 0
        ? [
            `${count(outcome.changed, 'seat')} differ${outcome.changed === 1 ? 's' : ''} from what was told.`,
          ]
        : []),
    ];
    return parts.join(' ');
  },

  day({ tables: seen, hosting, newPeople, twice }) {
    return [
      count(seen, 'table'),
      ...(hosting > 0 ? [`host in ${count(hosting, 'round')}`] : []),
      count(newPeople, 'new person', 'new people'),
      twice === 0 ? 'nobody twice' : `${twice} of them more than once`,
    ].join(', ');
  },

  choice(tablesFirst, peopleFirst) {
    return {
      tables: `Another table every round: ${lower(tables(tablesFirst))} ${people(tablesFirst)}`,
      people: `New people every round: ${lower(people(peopleFirst))} ${tables(peopleFirst)}`,
    };
  },
};

function tables({ returns, tablesFirst, least }: Outcome): string {
  if (returns === 0) return 'Nobody repeats a table.';
  const said = `${count(returns, 'time')} somebody returns to a table`;
  return tablesFirst ? said + proven(returns, least.returns) : `${said}.`;
}

function evenness({ imbalance, least }: Outcome): string[] {
  if (imbalance === 0) return [];
  const said = 'Tables are not filled as evenly as their chairs would allow';
  return [imbalance === least.imbalance ? `${said}; that cannot be avoided.` : `${said}.`];
}

function people({ again, pairsAgain, mates, least }: Outcome): string {
  const pairs =
    again === pairsAgain
      ? `${count(again, 'pair')} meet${again === 1 ? 's' : ''} twice`
      : `${count(pairsAgain, 'pair')} meet${pairsAgain === 1 ? 's' : ''} again, ${count(again, 'time')} in all`;
  const team = `${count(mates, 'time')} two of a team sit together`;
  if (again + mates === 0) return 'Nobody meets anybody twice.';
  const said = [...(again > 0 ? [pairs] : []), ...(mates > 0 ? [team] : [])].join(' and ');
  return said + proven(again + mates, least.meetings);
}

/** Only what is proven is called unavoidable. */
function proven(value: number, least: number): string {
  if (value === least) return '; that cannot be avoided.';
  if (least === 0) return '; it is not proven that this is the least.';
  return `; ${least} of that cannot be avoided, more is not proven.`;
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : one === 'person' ? 'people' : many}`;
}

/** "p1, p2 and p3"; of many only the first. */
function list(names: readonly string[]): string {
  const shown = names.length > 6 ? [...names.slice(0, 5), `${names.length - 5} others`] : names;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
