import { TestWorkflowEnvironment } from '@temporalio/testing'
import { testServerProgram } from '../temporal/programs.ts'

/**
 * A time-skipping Temporal server for one test file; call `teardown()` on it at
 * the end. It is never shared, since skipping moves the time of all its cases.
 */
export async function timeSkippingServer(): Promise<TestWorkflowEnvironment> {
  const path = await testServerProgram()
  return TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } })
}
