import { expect, it } from 'vitest';
import { routeOf } from './route.ts';

it('finds the way in by code, by the QR code’s secret, or to a team’s page', () => {
  expect(routeOf('/', null)).toEqual({ at: 'home' });
  expect(routeOf('/', 'SqlLzRlEYIkl5YSQ9eNmYA')).toEqual({
    at: 'door',
    door: 'SqlLzRlEYIkl5YSQ9eNmYA',
    table: null,
  });
  expect(routeOf('/c/ab3-9xk', null)).toEqual({ at: 'door', door: 'AB39XK', table: null });
  expect(routeOf('/c/%', null)).toEqual({ at: 'door', door: '%', table: null });
  expect(routeOf('/team', null)).toEqual({ at: 'team', secret: null });
});

it('knows the table of a scanned card, and nothing of a table without the secret', () => {
  const door = 'SqlLzRlEYIkl5YSQ9eNmYA';
  expect(routeOf('/t/7', door)).toEqual({ at: 'door', door, table: 7 });
  expect(routeOf('/t/7', null)).toEqual({ at: 'home' });
  expect(routeOf('/t/seven', door)).toEqual({ at: 'door', door, table: null });
});
