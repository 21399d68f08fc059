/** Does something once more after what runs of it already, however often that is asked for meanwhile. */
export function onceMore(work: () => Promise<void>): () => Promise<void> {
  let running = Promise.resolve();
  let next: Promise<void> | null = null;
  return () => {
    next ??= running = running.then(() => {
      next = null;
      return work();
    });
    return next;
  };
}
