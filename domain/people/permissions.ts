import type { CommandKind } from '../case/command.ts'
import type { StaffRole } from './roles.ts'

/**
 * Where a role must be held for a command:
 * - task-window: in the window of the task;
 * - worker: in the window of the task, and nobody else works on it (a window lead may always);
 * - accountable: in the window that is accountable for the appeal;
 * - involved: in any window that has or had a task of the appeal;
 * - order-window: in the window the order went to;
 * - station: over the station of the expert;
 * - decider: holds the role the extension request names, over that window or station.
 */
export type Scope = 'task-window' | 'worker' | 'accountable' | 'involved' | 'order-window' | 'station' | 'decider'

export interface StaffRule {
  readonly roles: readonly StaffRole[]
  readonly scope: Scope
}

export interface Permission {
  /** The expert whose appeal it is. */
  readonly expert: boolean
  readonly staff: readonly StaffRule[]
  readonly timer: boolean
  readonly system: boolean
}

const WINDOW_STAFF: readonly StaffRole[] = ['clerk', 'window-lead']
const SUPERVISORS: readonly StaffRole[] = ['station-supervisor', 'province-supervisor']

const onBehalf: StaffRule = { roles: ['liaison'], scope: 'station' }
const worker: StaffRule = { roles: WINDOW_STAFF, scope: 'worker' }
const supervisors: StaffRule = { roles: SUPERVISORS, scope: 'station' }

function staff(...rules: readonly StaffRule[]): Permission {
  return { expert: false, staff: rules, timer: false, system: false }
}

function expertOr(...rules: readonly StaffRule[]): Permission {
  return { expert: true, staff: rules, timer: false, system: false }
}

/** Who may give which command (design 4): the one table, for the engine, the API and the pages. */
export const PERMISSIONS: Readonly<Record<CommandKind, Permission>> = {
  FileAppeal: expertOr(onBehalf, { roles: WINDOW_STAFF, scope: 'station' }),
  SupplementAppeal: expertOr(onBehalf, { roles: WINDOW_STAFF, scope: 'involved' }),
  AnswerQuestion: expertOr(onBehalf),
  UrgeAppeal: expertOr(onBehalf),
  WithdrawAppeal: expertOr(onBehalf),
  RateAppeal: expertOr(),

  SignTask: staff({ roles: WINDOW_STAFF, scope: 'task-window' }),
  ClaimTask: staff({ roles: WINDOW_STAFF, scope: 'task-window' }),
  ReleaseTask: staff(worker),
  TransferTask: staff(worker),
  DelegateTask: staff(worker),
  CompleteTask: staff(worker),
  ReturnTask: staff(worker),
  ReferTask: staff(worker),
  PauseTask: staff(worker),
  ResumeTask: staff(worker, supervisors),
  AskExpert: staff(worker),
  RequestExtension: staff(worker),
  RequestCoHandling: staff(worker),
  GiveConsent: staff(worker),
  RaiseObjection: staff(worker),
  IssueDeficiencyNotice: staff(worker),
  AcceptProvisionally: staff(worker),
  CommentOnTask: staff({ roles: [...WINDOW_STAFF, 'department-head'], scope: 'involved' }, supervisors),

  ReassignTask: staff({ roles: ['window-lead', 'department-head'], scope: 'task-window' }, supervisors),
  DecideExtension: staff({ roles: ['window-lead', 'department-head', ...SUPERVISORS], scope: 'decider' }),
  Arbitrate: staff(supervisors),
  IssueOrder: staff({ roles: ['department-head'], scope: 'task-window' }, supervisors),
  AnswerOrder: staff({ roles: WINDOW_STAFF, scope: 'order-window' }),
  CloseByOrder: staff(supervisors),
  RecordCallBack: staff({ roles: WINDOW_STAFF, scope: 'accountable' }, supervisors),
  ReopenAppeal: staff(supervisors),

  Tick: { expert: false, staff: [], timer: true, system: false },
  ReplaceCalendar: { expert: false, staff: [], timer: false, system: true },
  ReplaceItem: { expert: false, staff: [], timer: false, system: true },
}
