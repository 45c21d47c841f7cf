import { ToldError } from '../replay/told-error.ts'
import { calendarArguments } from './arguments.ts'
import { runTask } from './run-task.ts'
import { signIn } from './sign-in.ts'

/**
 * npm run calendar -- import FILE | status [RUN] | resume RUN: an administrator brings a newer calendar into force
 * at the running system, over its API. Ends with status 1 where an appeal did not take a change, 2 where nothing was done.
 */
try {
  const asked = calendarArguments(process.argv.slice(2))
  const whole = await runTask(asked.task, await signIn(asked, process.env), (line) => console.log(line))
  process.exitCode = whole ? 0 : 1
} catch (error) {
  if (!(error instanceof ToldError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
