import { expect, it } from 'vitest';
import { LIMITS } from '../cafe/index.ts';
import { NOTICE, NOTICE_WITHOUT_TEAMS } from './notice.ts';

it.each([NOTICE, NOTICE_WITHOUT_TEAMS])('says that in the end everybody reads: %s', (notice) => {
  expect(notice).toMatch(
    /can read what you write, and after the last round everybody in the café/u,
  );
  expect(notice.length).toBeLessThanOrEqual(LIMITS.noticeCharsMax);
});
