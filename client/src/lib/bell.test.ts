import { describe, expect, it } from 'vitest';
import { createBell } from './bell.ts';

/** As much of WebAudio as a bell touches, noting when each oscillator starts and stops. */
function fakeAudio({ refuses = false } = {}) {
  const waves: { start: number; stop: number }[] = [];
  class FakeAudio {
    state = 'suspended';
    currentTime = 10;
    destination = {};
    resume() {
      if (refuses) return Promise.reject(new Error('not within a click'));
      this.state = 'running';
      return Promise.resolve();
    }
    createDynamicsCompressor() {
      return { connect: (next: unknown) => next };
    }
    createGain() {
      const gain = { setValueAtTime: () => gain, exponentialRampToValueAtTime: () => gain };
      return { gain, connect: (next: unknown) => next };
    }
    createOscillator() {
      const wave = { start: 0, stop: 0 };
      waves.push(wave);
      return {
        frequency: { value: 0 },
        detune: { value: 0 },
        connect: (next: unknown) => next,
        start: (at: number) => (wave.start = at),
        stop: (at: number) => (wave.stop = at),
      };
    }
  }
  return { waves, Audio: FakeAudio as unknown as new () => AudioContext };
}

describe('the bell', () => {
  it('is off and silent until somebody has clicked', async () => {
    const { waves, Audio } = fakeAudio();
    const bell = createBell(Audio);
    bell.ring();
    bell.chime();
    expect({ state: bell.state, waves: waves.length }).toEqual({ state: 'off', waves: 0 });
    expect(await bell.unlock()).toBe(true);
    expect(bell.state).toBe('on');
  });

  it('lasts about four seconds, the chime under two', async () => {
    const { waves, Audio } = fakeAudio();
    const bell = createBell(Audio);
    await bell.unlock();
    const lasts = () => Math.max(...waves.map((wave) => wave.stop)) - 10;
    bell.chime();
    expect(lasts()).toBeLessThan(2);
    bell.ring();
    expect(lasts()).toBeGreaterThan(3);
    expect(lasts()).toBeLessThan(4.5);
  });

  it('stays off without throwing where there is no audio', async () => {
    const bell = createBell(undefined);
    bell.ring();
    expect(await bell.unlock()).toBe(false);
    expect(bell.state).toBe('off');
  });

  it('stays off without throwing where the browser refuses', async () => {
    const { waves, Audio } = fakeAudio({ refuses: true });
    const bell = createBell(Audio);
    expect(await bell.unlock()).toBe(false);
    bell.ring();
    expect({ state: bell.state, waves: waves.length }).toEqual({ state: 'off', waves: 0 });
  });
});
