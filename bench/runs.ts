import type { Bench } from './arguments.ts'
import type { BenchContext } from './context.ts'
import { runKernel } from './kernel/run-kernel.ts'
import { runOutage } from './outage/run-outage.ts'
import { runReprojection } from './reprojection/run-reprojection.ts'
import { runRoutes } from './run-routes.ts'
import { runStorm } from './storm/run-storm.ts'

/** What each name on the command line runs; what a run started is stopped in every case. */
export const RUNS: Readonly<Record<Bench, (context: BenchContext) => Promise<void>>> = {
  routes: runRoutes,
  storm: runStorm,
  outage: runOutage,
  reprojection: runReprojection,
  kernel: runKernel,
}
