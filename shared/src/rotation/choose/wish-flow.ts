/**
 * Who sits at which wished table some time in the day, such that as many people as possible get one
 * wish, then as many as possible two, and so on, and then the wishes that were dearer.
 *
 * A flow from people to tables of the greatest value, found by one augmenting path of the greatest
 * gain after another. Any first honoured wish is worth more than all second ones together, and so
 * on: what a person gains by one more falls, so the gains of the best paths fall too, and what is
 * found in the end is the optimum. On a path only the person at its beginning has one wish more
 * than before; all others exchange one table for another. So the paths come level by level, first
 * those of people without a wish, and within a level ranks alone decide: no number grows large.
 */
export interface WishRoom {
  /** By person: wished tables not had yet, the dearest first, and the worth of each. */
  readonly wishes: readonly (readonly { table: number; worth: number }[])[];
  /** By person: tables that can still be visited. */
  readonly visits: readonly number[];
  /** By person: wishes honoured already. */
  readonly had: readonly number[];
  /** By person: what these are worth by rank. */
  readonly hadWorth: readonly number[];
  /** By table: visitors over the day. */
  readonly seats: readonly number[];
}

/** The tables each person gets, in no order. */
export function honoured(room: WishRoom): number[][] {
  const people = room.wishes.length;
  const given = room.wishes.map((): number[] => []);
  const taken = room.seats.map((): number[] => []);
  const worthOf = room.wishes.map(
    (list) => new Map(list.map(({ table, worth }) => [table, worth])),
  );
  const gain = new Float64Array(people);
  const tableGain = new Float64Array(room.seats.length);
  const from = new Int32Array(people);
  const through = new Int32Array(room.seats.length);

  const levels = Math.max(0, ...room.wishes.map((list, i) => room.had[i]! + list.length));
  for (let level = 0; level < levels; level += 1) while (augment(level));
  return given;

  /**
   * The best path: a person with so many honoured wishes and a visit left takes a wished table, from
   * which somebody goes to another, and so on to a table with a seat. Labels are corrected until
   * none gets better. False where no path leads to a seat.
   */
  function augment(level: number): boolean {
    gain.fill(-Infinity);
    tableGain.fill(-Infinity);
    const queue: number[] = [];
    const isQueued = new Uint8Array(people);
    for (let person = 0; person < people; person += 1) {
      const held = given[person]!.length;
      if (room.had[person]! + held !== level || held >= room.visits[person]!) continue;
      gain[person] = 0;
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
      if (taken[table]!.length >= seats || tableGain[table] === -Infinity) continue;
      if (end < 0 || tableGain[table]! > tableGain[end]!) end = table;
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
