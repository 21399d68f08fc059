/** How far the rehearsal is: a bar that moves on a terminal, else one line at the start. */
export interface Progress {
  show(share: number, text: string): void;
  end(): void;
}

const BAR_CHARS = 28;

export function progressOn(stream: NodeJS.WriteStream): Progress {
  let last = '';
  return {
    show(share, text) {
      if (!stream.isTTY) {
        if (last === '') stream.write(`${text}\n`);
        last = text;
        return;
      }
      const full = Math.round(Math.min(1, Math.max(0, share)) * BAR_CHARS);
      const line = `${'█'.repeat(full)}${'░'.repeat(BAR_CHARS - full)} ${text}`;
      if (line === last) return;
      last = line;
      stream.write(`\r\u001b[K${line.slice(0, (stream.columns || 80) - 1)}`);
    },
    end() {
      if (stream.isTTY && last !== '') stream.write('\r\u001b[K');
    },
  };
}

export const silent: Progress = { show: () => undefined, end: () => undefined };
