/** Which of the facilitator's pages an address means. */
export type Route =
  | { at: 'start' }
  /** A second facilitator's link, or any other link that was opened here. */
  | { at: 'link'; secret: string }
  /** "Open the sample" on the first page. */
  | { at: 'sample' }
  | { at: 'cafe'; cafe: string }
  /** The receipt of a café that is deleted, by when it was, epoch ms. */
  | { at: 'deleted'; when: string };

/** `secret` is what the fragment held. */
export function routeOf(search: string, secret: string | null): Route {
  const query = new URLSearchParams(search);
  const cafe = query.get('cafe');
  if (secret !== null) return { at: 'link', secret };
  if (cafe !== null) return { at: 'cafe', cafe };
  const when = query.get('deleted');
  if (when !== null) return { at: 'deleted', when };
  return query.has('sample') ? { at: 'sample' } : { at: 'start' };
}

/** The address of a route, for the address bar; a secret never stands in it. */
export function addressOf(route: Route): string {
  if (route.at === 'cafe') return `/facilitate?cafe=${encodeURIComponent(route.cafe)}`;
  if (route.at === 'deleted') return `/facilitate?deleted=${encodeURIComponent(route.when)}`;
  return '/facilitate';
}
