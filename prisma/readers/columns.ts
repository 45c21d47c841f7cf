import { Prisma } from '../generated/client.ts'

function columns(alias: string, names: Readonly<Record<string, string>>): Prisma.Sql {
  return Prisma.raw(
    Object.entries(names)
      .map(([field, column]) => `${alias}.${column} as "${field}"`)
      .join(', '),
  )
}

/** Columns of `appeal a` under the names of the Prisma model, so that raw and model rows are mapped alike. */
export const APPEAL_COLUMNS = columns('a', {
  caseId: 'case_id',
  number: 'number',
  item: 'item',
  itemVersion: 'item_version',
  station: 'station',
  expertId: 'expert_id',
  tier: 'tier',
  status: 'status',
  stage: 'stage',
  accountableWindow: 'accountable_window',
  seq: 'seq',
  receivedAt: 'received_at',
  acceptedAt: 'accepted_at',
  closedAt: 'closed_at',
  endedAt: 'ended_at',
  result: 'result',
  officeInChargeTextId: 'office_in_charge_text_id',
  rating: 'rating',
  paused: 'paused',
  legalDueAt: 'legal_due_at',
  promisedDueAt: 'promised_due_at',
  stageDueAt: 'stage_due_at',
  dueAt: 'due_at',
  colour: 'colour',
  nextWakeAt: 'next_wake_at',
  changedAt: 'changed_at',
})

/** Columns of `task t` under the names of the Prisma model. */
export const TASK_COLUMNS = columns('t', {
  taskId: 'task_id',
  caseId: 'case_id',
  role: 'role',
  stage: 'stage',
  visit: 'visit',
  windowCode: 'window_code',
  status: 'status',
  version: 'version',
  assignee: 'assignee',
  delegate: 'delegate',
  dispatchedAt: 'dispatched_at',
  signedAt: 'signed_at',
  endedAt: 'ended_at',
  outcome: 'outcome',
  dueAt: 'due_at',
  colour: 'colour',
  receivedAt: 'received_at',
})
