/**
 * One thing for each of something that lives as long as it, made when it is asked for first: what is
 * kept beside a day or a shelf is the same wherever a component asks for it.
 */
export function oneEach<Owner extends object, Thing>(
  make: (owner: Owner) => Thing,
): (owner: Owner) => Thing {
  const made = new WeakMap<Owner, Thing>();
  return (owner) => {
    const known = made.get(owner) ?? make(owner);
    made.set(owner, known);
    return known;
  };
}
