import type { KeptReceipt } from '@tablecloth/shared/protocol';
import { Router } from 'express';
import { hashSecret } from '../capabilities/secret.ts';
import type { Store } from '../store/store.ts';
import { secretOf } from './bearer.ts';

/** GET /api/receipt: that a café is deleted, for whoever has its link or had it open. */
export function receiptRoutes({ store }: { store: Pick<Store, 'receipt'> }): Router {
  const router = Router();
  router.get('/receipt', async (request, response) => {
    const secret = secretOf(request);
    const receipt = secret === null ? null : await store.receipt(hashSecret(secret));
    response.json({ receipt } satisfies { receipt: KeptReceipt | null });
  });
  return router;
}
