/** Prints the path of the Chromium that the tests would use, or says how to get one and fails. */
import { NO_BROWSER, findBrowser } from './browser/find.mjs';

const found = findBrowser();
if (found === null) {
  console.error(NO_BROWSER);
  process.exitCode = 1;
} else {
  console.log(found);
}
