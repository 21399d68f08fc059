/**
 * Keeps a display on for as long as the page is shown: the lock ends whenever the page is hidden, so
 * it is asked for again. Browsers have it in secure contexts only, and may refuse it (a battery
 * nearly empty); then the device's own settings decide.
 */
export function stayAwake({
  document,
  navigator,
}: Pick<Window, 'document' | 'navigator'>): () => void {
  const { wakeLock } = navigator as Partial<Navigator>;
  let lock: WakeLockSentinel | null = null;
  let isWanted = true;

  async function ask(): Promise<void> {
    if (wakeLock === undefined || document.visibilityState !== 'visible') return;
    const given = await wakeLock.request('screen').catch(() => null);
    if (isWanted) lock = given;
    else void given?.release();
  }
  const again = () => void ask();

  document.addEventListener('visibilitychange', again);
  again();
  return () => {
    isWanted = false;
    document.removeEventListener('visibilitychange', again);
    void lock?.release();
  };
}
