/**
 * Whoever asks while the same is being read gets that reading: a read begun a moment ago is as good,
 * and a whole table asks at the same bell. Nothing is kept afterwards.
 */
export function shared<A extends unknown[], T>(
  keyOf: (...asked: A) => string,
  read: (...asked: A) => Promise<T>,
): (...asked: A) => Promise<T> {
  const running = new Map<string, Promise<T>>();
  return (...asked) => {
    const key = keyOf(...asked);
    let reading = running.get(key);
    if (reading === undefined) {
      reading = read(...asked).finally(() => running.delete(key));
      running.set(key, reading);
    }
    return reading;
  };
}
