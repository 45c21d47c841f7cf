import { allHandlersFinished, CancellationScope, condition, continueAsNew, log, workflowInfo } from '@temporalio/workflow'
import { nextWake } from '../domain/case/index.ts'
import { initialState } from '../domain/case/state.ts'
import { createCaseTime, type CaseTime } from './case-time.ts'
import { registerHandlers, type Asked } from './handlers.ts'
import { createJournal, type Journal } from './journal.ts'
import type { AppealInput, AppealResult } from './messages.ts'
import { writeBatch } from './write.ts'

/** Real time without any command after which a new run may begin. */
const QUIET_MS = 1000

/**
 * One appeal from filing to the end of aftercare. All rules are in the core; this shell orders them in
 * time: commands come in as updates, what they lead to is written by one writer, and it sleeps until
 * the next instant that is due. An appeal cannot be cancelled through the engine, only closed by its rules.
 */
export async function appeal(input: AppealInput): Promise<AppealResult> {
  return CancellationScope.nonCancellable(() => run(input))
}

async function run(input: AppealInput): Promise<AppealResult> {
  const time = createCaseTime(input.face)
  const journal = createJournal('state' in input ? input.state : initialState(input.start))
  const asked: Asked = { look: false, newRun: false, stuck: null }
  const filing = 'file' in input ? journal.submit(input.file, time.now()) : null
  registerHandlers(journal, time, asked)
  if (filing !== null && journal.unwritten().length === 0) {
    const settled = await filing
    if (settled.kind === 'refused') return { ended: 'refused', refusal: settled.refusal }
  }

  for (;;) {
    asked.look = false
    tick(journal, time, asked)
    if (journal.unwritten().length > 0) {
      await writeBatch(journal, time.now)
    } else if (journal.present().status === 'ended') {
      await condition(allHandlersFinished)
      if (journal.unwritten().length === 0) return { ended: 'aftercare-over', seq: journal.stored().seq }
    } else if (await quietlySlept(journal, time, asked)) {
      return await continueAsNew<typeof appeal>({ state: journal.stored(), face: time.face() })
    }
  }
}

/** Decides what is due. Where the rules do not get on, the case sleeps until a command or a wake, and says so. */
function tick(journal: Journal, time: CaseTime, asked: Asked): void {
  const stuck = journal.tick(time.now())
  if (stuck !== null)
    log.error('a due instant leads to nothing', { caseId: journal.present().start.caseId, due: stuck.due, why: stuck.why })
  asked.stuck = stuck
}

/**
 * Sleeps until the next due instant, a command or a signal. True where a new run is wanted and nothing
 * happened for a quiet moment: never in the task that answered a click.
 */
async function quietlySlept(journal: Journal, time: CaseTime, asked: Asked): Promise<boolean> {
  const newRun = asked.newRun || workflowInfo().continueAsNewSuggested
  const wake = asked.stuck === null ? nextWake(journal.present()) : null
  const untilWakeMs = wake === null ? Infinity : time.delayUntil(wake)
  const sleepMs = newRun ? Math.min(untilWakeMs, QUIET_MS) : untilWakeMs
  const disturbed = (): boolean => journal.unwritten().length > 0 || asked.look
  if (sleepMs === Infinity) {
    await condition(disturbed)
    return false
  }
  const interrupted = await condition(disturbed, sleepMs)
  return !interrupted && newRun && sleepMs < untilWakeMs && allHandlersFinished()
}
