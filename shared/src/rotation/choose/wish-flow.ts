/**
 * Who sits at which wished table some time in the day, such that as many people as possible get one
 * wish, then as many as possible two, and so on, and then the wishes that were dearer.
 *
 * A flow from people to tables of the greatest value, found by one augmenting path of the greatest
 * gain after another. A person's first honoured wish is worth more than all second ones together,
 * and so on, so that the gains of a person fall and the paths' gains with them: what is found is the
 * optimum.
 */
export interface WishRoom {
  /** By person: wished tables not had yet, the dearest first, and the worth of each. */
  readonly wishes: readonly (readonly { table: number; worth: number }[])[];
  /** By person: tables that can still be visited. */
  readonly visits: readonly number[];
  /** By person: wishes honoured already. */
  readonly had: readonly number[];
  /** By table: visitors over the day. */
  readonly seats: readonly number[];
}

/** Whole numbers up to here are exact. */
const EXACT_MAX = 2 ** 50;

/** The tables each person gets, in no order. */
export function honoured(room: WishRoom): number[][] {
  const people = room.wishes.length;
  const given = room.wishes.map((): number[] => []);
  const taken = room.seats.map((): number[] => []);
  const worthOf = room.wishes.map(
    (list) => new Map(list.map(({ table, worth }) => [table, worth])),
  );
  const step = stepWorths(room);
  const gain = new Float64Array(people);
  const tableGain = new Float64Array(room.seats.length);
  const from = new Int32Array(people);
  const through = new Int32Array(room.seats.length);

  while (augment());
  return given;

  /**
   * The best path: a person with visits left takes a wished table, from which somebody goes to
   * another, and so on to a table with a seat. Labels are corrected until none gets better.
   */
  function augment(): boolean {
    gain.fill(-Infinity);
    tableGain.fill(-Infinity);
    const queue: number[] = [];
    const isQueued = new Uint8Array(people);
    for (let person = 0; person < people; person += 1) {
      const held = given[person]!.length;
      if (held >= room.visits[person]! || held >= room.wishes[person]!.length) continue;
      gain[person] = step(room.had[person]! + held);
      from[person] = -1;
      queue.push(person);
      isQueued[person] = 1;
    }
    for (let next = 0; next < queue.length; next += 1) {
      const person = queue[next]!;
      isQueued[person] = 0;
      for (const { table, worth } of room.wishes[person]!) {
        const reached = gain[person]! + worth;
        if (reached <= tableGain[table]! || given[person]!.includes(table)) continue;
        tableGain[table] = reached;
        through[table] = person;
        for (const other of taken[table]!) {
          // The other gives this table up and looks for another with the same number of wishes met.
          const freed = reached - worthOf[other]!.get(table)!;
          if (freed <= gain[other]!) continue;
          gain[other] = freed;
          from[other] = table;
          if (isQueued[other] === 1) continue;
          isQueued[other] = 1;
          queue.push(other);
        }
      }
    }
    let end = -1;
    for (const [table, seats] of room.seats.entries()) {
      const isBetter = end < 0 || tableGain[table]! > tableGain[end]!;
      if (taken[table]!.length < seats && tableGain[table]! > 0 && isBetter) end = table;
    }
    if (end < 0) return false;
    for (let table = end; table >= 0;) {
      const person = through[table]!;
      const gives = from[person]!;
      given[person]!.push(table);
      taken[table]!.push(person);
      if (gives >= 0) {
        given[person]!.splice(given[person]!.indexOf(gives), 1);
        taken[gives]!.splice(taken[gives]!.indexOf(person), 1);
      }
      table = gives;
    }
    return true;
  }
}

/**
 * What a person's honoured wish is worth beyond its rank, by those had before: more than everything
 * lesser of all people together.
 */
export function stepWorths(room: Omit<WishRoom, 'seats'>): (had: number) => number {
  let lesser = 1;
  let most = 0;
  for (const [person, list] of room.wishes.entries()) {
    for (const { worth } of list) lesser += worth;
    most = Math.max(most, room.had[person]! + Math.min(list.length, room.visits[person]!));
  }
  const worths: number[] = [];
  for (let level = most; level > 0; level -= 1) {
    worths.unshift(lesser);
    // In very large rooms the last levels are told apart by their ranks alone.
    if (lesser * (room.wishes.length + 1) < EXACT_MAX) lesser *= room.wishes.length + 1;
  }
  return (had) => worths[had] ?? 0;
}
