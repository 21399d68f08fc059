/** Sets a page's or a process's own clock wrong by so much; runs there, so it refers to nothing here. */
export function skewClock(offMs: number): void {
  const RealDate = Date;
  const skewed = new Proxy(RealDate, {
    construct: (target, given: []) =>
      new target(
        ...(Array.from(given).length === 0 ? ([target.now() + offMs] as unknown as []) : given),
      ),
    get: (target, key) =>
      key === 'now' ? () => target.now() + offMs : (Reflect.get(target, key) as unknown),
  });
  globalThis.Date = skewed;
}
