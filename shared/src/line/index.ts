/** Between things in one line. Where the line breaks, the point goes along with what follows. */
export const DOT = ' ·\u00a0';
