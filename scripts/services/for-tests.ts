/** The services that tests share, started by the first test that asks (design 14). */
export { postgresForTests } from './for-tests/postgres.ts'
export { type TemporalForTests, temporalForTests } from './for-tests/temporal.ts'
export { timeSkippingServer } from './for-tests/time-skipping.ts'
export { workflowBundleForTests } from './for-tests/workflow-bundle.ts'
