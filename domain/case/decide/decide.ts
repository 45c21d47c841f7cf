import { assertNever } from '../../assert-never.ts'
import { authorize, type CommandTarget } from '../authorize.ts'
import type { Command } from '../command.ts'
import type { CaseEvent } from '../event.ts'
import { gate } from '../gate.ts'
import { named } from '../lookups.ts'
import { isRefusal, refuse, type Refusal } from '../refusal.ts'
import type { CaseState } from '../state.ts'
import { decideAcceptProvisionally } from './acceptance.ts'
import { decideAnswerOrder, decideCallBack, decideCloseByOrder, decideRate, decideReopen, decideWithdraw } from './close.ts'
import { decideConsent, decideObjection, decideRequestCoHandling } from './co-handling.ts'
import { decideComplete } from './complete.ts'
import { createDraft, type Draft } from './draft.ts'
import { decideExtension, decideRequestExtension } from './extension.ts'
import { decideFile } from './file.ts'
import { settlePastRungs } from './fire-rungs.ts'
import { decideDeficiencyNotice, decideSupplement } from './materials.ts'
import { decideIssueOrder, decideUrge } from './orders.ts'
import { decideAnswer, decideAskExpert, decidePause, decideResume } from './pauses.ts'
import { replaceCalendar } from './replace-calendar.ts'
import { replaceItem } from './replace-item.ts'
import { decideArbitrate, decideReturn } from './returns.ts'
import {
  decideClaim,
  decideComment,
  decideDelegate,
  decideReassign,
  decideRefer,
  decideRelease,
  decideSign,
  decideTransfer,
} from './task-life.ts'
import { decideTick } from './tick.ts'

/**
 * The rules: what a command leads to, or why not. Pure; the command brings its instant and grants.
 * First the right, then the version of the task the person saw, then what the state allows, then the
 * contents. A refusal has no events, and the state stays as it is.
 */
export function decide(state: CaseState, command: Command): readonly CaseEvent[] | Refusal {
  const target = targetOf(command)
  const authority = authorize(state, command.kind, target, command.actor)
  if (isRefusal(authority)) return authority
  const stale = staleVersion(state, command)
  if (stale) return stale
  const allowed = gate(state, command.kind, target)
  if (allowed !== true && !leavesRecord(allowed)) return allowed
  const draft = createDraft(state, command, authority.actingFor)
  const refusal = run(draft, command)
  if (refusal) return refusal
  settlePastRungs(draft)
  return draft.events
}

/** What the command is aimed at, for `permit` and for pages. */
export function targetOf(command: Command): CommandTarget {
  const { data } = command
  return {
    ...('taskId' in data ? { taskId: data.taskId } : {}),
    ...('orderId' in data ? { orderId: data.orderId } : {}),
    ...('requestId' in data ? { requestId: data.requestId } : {}),
  }
}

/** A late request for an extension is refused and recorded: it goes on to the rule that records it. */
function leavesRecord({ refusal }: Refusal): boolean {
  return refusal === 'extension-too-late'
}

function staleVersion(state: CaseState, { data }: Command): Refusal | undefined {
  if (!('version' in data) || data.version === null) return undefined
  const present = named(state.tasks, data.taskId)?.version
  if (present === undefined || present === data.version) return undefined
  return refuse('stale-version', { field: 'version', params: { seen: String(data.version), present: String(present) } })
}

function run(draft: Draft, command: Command): Refusal | undefined {
  switch (command.kind) {
    case 'FileAppeal':
      return decideFile(draft)
    case 'SignTask':
      return decideSign(draft, command)
    case 'ClaimTask':
      return decideClaim(draft, command)
    case 'ReleaseTask':
      return decideRelease(draft, command)
    case 'TransferTask':
      return decideTransfer(draft, command)
    case 'DelegateTask':
      return decideDelegate(draft, command)
    case 'CompleteTask':
      return decideComplete(draft, command)
    case 'ReturnTask':
      return decideReturn(draft, command)
    case 'ReferTask':
      return decideRefer(draft, command)
    case 'PauseTask':
      return decidePause(draft, command)
    case 'ResumeTask':
      return decideResume(draft, command)
    case 'AskExpert':
      return decideAskExpert(draft, command)
    case 'RequestExtension':
      return decideRequestExtension(draft, command)
    case 'RequestCoHandling':
      return decideRequestCoHandling(draft, command)
    case 'GiveConsent':
      return decideConsent(draft, command)
    case 'RaiseObjection':
      return decideObjection(draft, command)
    case 'IssueDeficiencyNotice':
      return decideDeficiencyNotice(draft, command)
    case 'AcceptProvisionally':
      return decideAcceptProvisionally(draft, command)
    case 'CommentOnTask':
      return decideComment(draft, command)
    case 'SupplementAppeal':
      return decideSupplement(draft, command)
    case 'AnswerQuestion':
      return decideAnswer(draft, command)
    case 'UrgeAppeal':
      return decideUrge(draft, command)
    case 'WithdrawAppeal':
      return decideWithdraw(draft, command)
    case 'RateAppeal':
      return decideRate(draft, command)
    case 'ReassignTask':
      return decideReassign(draft, command)
    case 'DecideExtension':
      return decideExtension(draft, command)
    case 'Arbitrate':
      return decideArbitrate(draft, command)
    case 'IssueOrder':
      return decideIssueOrder(draft, command)
    case 'AnswerOrder':
      return decideAnswerOrder(draft, command)
    case 'CloseByOrder':
      return decideCloseByOrder(draft, command)
    case 'RecordCallBack':
      return decideCallBack(draft, command)
    case 'ReopenAppeal':
      return decideReopen(draft, command)
    case 'Tick':
      return decideTick(draft)
    case 'ReplaceCalendar':
      return replaceCalendar(draft, command.data.calendar)
    case 'ReplaceItem':
      return replaceItem(draft, command.data.item)
    default:
      return assertNever(command)
  }
}
