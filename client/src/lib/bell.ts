/**
 * The bell of the room, made from sine waves: no file to load, and the same on every machine.
 * A bowl is a handful of partials that are not quite harmonic; the higher, the sooner they die
 * (ratios after the usual table for small temple bells). Each partial is doubled a little out of
 * tune: the slow beating makes it warm. Browsers keep silent until a person has clicked.
 */

interface Partial {
  /** Times the base frequency. */
  ratio: number;
  gain: number;
  /** Until it is a thousandth of its strength. */
  seconds: number;
}

interface Stroke {
  hertz: number;
  gain: number;
  partials: readonly Partial[];
}

const BELL: Stroke = {
  hertz: 294,
  gain: 0.9,
  partials: [
    { ratio: 1, gain: 0.5, seconds: 3.2 },
    { ratio: 2.01, gain: 0.42, seconds: 2.8 },
    { ratio: 2.74, gain: 0.28, seconds: 2.2 },
    { ratio: 4.07, gain: 0.2, seconds: 1.5 },
    { ratio: 5.42, gain: 0.12, seconds: 0.9 },
    { ratio: 8.1, gain: 0.06, seconds: 0.35 },
  ],
};

const CHIME: Stroke = {
  hertz: 587,
  gain: 0.35,
  partials: [
    { ratio: 1, gain: 0.6, seconds: 1.6 },
    { ratio: 2.76, gain: 0.2, seconds: 0.7 },
  ],
};

/** Between the two strokes of the bell, so that it is noticed in a talking room. */
const SECOND_STROKE_AFTER_S = 0.85;

export interface Bell {
  /** Whether a sound would be heard now; 'off' until `unlock` has succeeded. */
  readonly state: 'off' | 'on';
  /** To be called within a click or key press; true when sound is on. */
  unlock(): Promise<boolean>;
  /** The bell of the round's end, about four seconds. Silent while off. */
  ring(): void;
  /** The soft chime for writing and moving. Silent while off. */
  chime(): void;
}

/** A bell on a browser's audio; where there is none it stays off and nothing throws. */
export function createBell(
  Audio: (new () => AudioContext) | undefined = globalThis.AudioContext,
): Bell {
  let context: AudioContext | null = null;
  let out: AudioNode | null = null;

  function strike({ hertz, gain, partials }: Stroke, afterSeconds = 0): void {
    if (context?.state !== 'running' || out === null) return;
    const start = context.currentTime + 0.02 + afterSeconds;
    for (const partial of partials) {
      for (const detune of [-2.5, 2.5]) {
        const wave = context.createOscillator();
        wave.frequency.value = hertz * partial.ratio;
        wave.detune.value = detune;
        const volume = context.createGain();
        volume.gain.setValueAtTime(0.0001, start);
        volume.gain.exponentialRampToValueAtTime((gain * partial.gain) / 2, start + 0.006);
        volume.gain.exponentialRampToValueAtTime(0.0001, start + partial.seconds);
        wave.connect(volume).connect(out);
        wave.start(start);
        wave.stop(start + partial.seconds + 0.05);
      }
    }
  }

  return {
    get state() {
      return context?.state === 'running' ? 'on' : 'off';
    },

    async unlock() {
      if (Audio === undefined) return false;
      try {
        if (context === null) {
          context = new Audio();
          // Two strokes overlap: the compressor keeps small speakers from clipping.
          const limiter = context.createDynamicsCompressor();
          limiter.connect(context.destination);
          out = limiter;
        }
        await context.resume();
        return context.state === 'running';
      } catch {
        return false;
      }
    },

    ring() {
      strike(BELL);
      strike(BELL, SECOND_STROKE_AFTER_S);
    },

    chime() {
      strike(CHIME);
    },
  };
}
