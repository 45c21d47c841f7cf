import { SHARED_POSTGRES } from '../../scripts/services/for-tests/postgres.ts'
import { endShared } from '../../scripts/services/for-tests/shared-service.ts'
import { SHARED_TEMPORAL } from '../../scripts/services/for-tests/temporal.ts'

/** Ends the services that the run's tests started, unless another run beside it uses them. */
export default async function endServices(): Promise<void> {
  await Promise.all([endShared(SHARED_POSTGRES.name), endShared(SHARED_TEMPORAL.name)])
}
