import { expect, it } from 'vitest';
import { routeOf } from './route.ts';

it('finds the way in by code, by the QR code’s secret, or to a team’s page', () => {
  expect(routeOf('/', null)).toEqual({ at: 'home' });
  expect(routeOf('/', 'SqlLzRlEYIkl5YSQ9eNmYA')).toEqual({
    at: 'door',
    door: 'SqlLzRlEYIkl5YSQ9eNmYA',
  });
  expect(routeOf('/c/ab3-9xk', null)).toEqual({ at: 'door', door: 'AB39XK' });
  expect(routeOf('/c/%', null)).toEqual({ at: 'door', door: '%' });
  expect(routeOf('/team', null)).toEqual({ at: 'team', secret: null });
});
