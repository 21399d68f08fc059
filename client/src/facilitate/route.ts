/** Which of the facilitator's pages an address means. */
export type Route =
  | { at: 'start' }
  /** A second facilitator's link, or any other link that was opened here. */
  | { at: 'link'; secret: string }
  /** "Open the sample" on the first page. */
  | { at: 'sample' }
  | { at: 'cafe'; cafe: string };

/** `secret` is what the fragment held. */
export function routeOf(search: string, secret: string | null): Route {
  const query = new URLSearchParams(search);
  const cafe = query.get('cafe');
  if (secret !== null) return { at: 'link', secret };
  if (cafe !== null) return { at: 'cafe', cafe };
  return query.has('sample') ? { at: 'sample' } : { at: 'start' };
}

/** The address of a route, for the address bar; a secret never stands in it. */
export function addressOf(route: Route): string {
  return route.at === 'cafe' ? `/facilitate?cafe=${encodeURIComponent(route.cafe)}` : '/facilitate';
}
