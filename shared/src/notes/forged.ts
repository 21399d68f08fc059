/** Updates as no Yjs would write them, byte by byte, for the tests of this folder. */

export interface ForgedStruct {
  origin?: [client: number, clock: number];
  right?: [client: number, clock: number];
  /** A root's name or an item's id; only written without origin and right. */
  parent?: string | [client: number, clock: number];
  key?: string;
  /** The content's number in the V1 format, and its bytes. */
  content: [ref: number, bytes: number[]];
}

export interface ForgedSection {
  client: number;
  clock: number;
  structs: ForgedStruct[];
  /** How many structs the section claims. */
  claims?: number;
}

export function forge(
  sections: ForgedSection[],
  deletes: [client: number, ...ranges: [clock: number, length: number][]][] = [],
): Uint8Array {
  return Uint8Array.from([
    ...varUint(sections.length),
    ...sections.flatMap(({ client, clock, structs, claims }) => [
      ...[claims ?? structs.length, client, clock].flatMap(varUint),
      ...structs.flatMap(writeStruct),
    ]),
    ...varUint(deletes.length),
    ...deletes.flatMap(([client, ...ranges]) =>
      [client, ranges.length, ...ranges.flat()].flatMap(varUint),
    ),
  ]);
}

export const MAP = [7, [1]] as ForgedStruct['content'];
export const TEXT = [7, [2]] as ForgedStruct['content'];

export function words(text: string): ForgedStruct['content'] {
  return [4, varString(text)];
}

/** One value as lib0 writes it: 120 true, 126 null, 119 a string … */
export function value(...bytes: number[]): ForgedStruct['content'] {
  return [8, [1, ...bytes]];
}

export function varString(text: string): number[] {
  const bytes = utf8(text);
  return [...varUint(bytes.length), ...bytes];
}

export function varUint(number: number): number[] {
  return number < 128 ? [number] : [(number % 128) + 128, ...varUint(Math.floor(number / 128))];
}

function writeStruct({ origin, right, parent, key, content }: ForgedStruct): number[] {
  const [ref, bytes] = content;
  const bits = (origin ? 128 : 0) + (right ? 64 : 0) + (key === undefined ? 0 : 32);
  const ids = [...(origin ?? []), ...(right ?? [])].flatMap(varUint);
  if (origin || right) return [ref + bits, ...ids, ...bytes];
  const of =
    typeof parent === 'string'
      ? [1, ...varString(parent)]
      : [0, ...(parent ?? [0, 0]).flatMap(varUint)];
  return [ref + bits, ...of, ...(key === undefined ? [] : varString(key)), ...bytes];
}

function utf8(text: string): number[] {
  return encodeURIComponent(text)
    .split(/(%..|.)/)
    .filter((one) => one !== '')
    .map((one) => (one.length > 1 ? parseInt(one.slice(1), 16) : one.charCodeAt(0)));
}
