/** A name as others read it: with the team where two in `names` are called the same. */
export function toldApart(
  name: string,
  team: string | undefined,
  names: readonly string[],
): string {
  const isShared = names.indexOf(name) !== names.lastIndexOf(name);
  return isShared && team !== undefined ? `${name} (${team})` : name;
}
