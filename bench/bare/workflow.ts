import { condition, defineUpdate, setHandler, sleep } from '@temporalio/workflow'
import { BEGIN, STEP } from './messages.ts'

const step = defineUpdate<number, [unknown]>(STEP)
const begin = defineUpdate<void>(BEGIN)
const LIMIT_MS = 2 * 86_400_000

/**
 * The least that a workflow with the same updates and timers can do: each update ends the wait of one
 * timer and begins the next, as a press does with the limits of an appeal; after the last update it
 * sleeps on, as an appeal does in its aftercare. No rule, no write.
 */
export async function bare(steps: number): Promise<void> {
  let done = 0
  setHandler(begin, () => undefined)
  setHandler(step, async () => {
    done += 1
    return done
  })
  while (done < steps) {
    const seen = done
    await condition(() => done > seen, LIMIT_MS)
  }
  await sleep(LIMIT_MS)
}
