/** Roles as the table's columns; `-` is nobody signed in. */
export const COLUMNS = [
  '-',
  'expert',
  'liaison',
  'clerk',
  'window-lead',
  'department-head',
  'station-supervisor',
  'province-supervisor',
  'administrator',
  'auditor',
] as const

const ALL = COLUMNS
const SIGNED_IN = COLUMNS.filter((column) => column !== '-')
const READERS = [
  'expert',
  'liaison',
  'clerk',
  'window-lead',
  'department-head',
  'station-supervisor',
  'province-supervisor',
  'auditor',
] as const
const WINDOW = ['clerk', 'window-lead'] as const
const SUPERVISORS = ['station-supervisor', 'province-supervisor'] as const
const EXPERT_SIDE = ['expert', 'liaison'] as const
const ADMIN = ['administrator'] as const

/** Who may call what at all. Where they hold the role, and what the case allows, is the core's to say. */
export const ACCESS: Readonly<Record<string, readonly string[]>> = {
  'post /api/sessions': ALL,
  'post /api/sign-in-codes': ALL,
  'delete /api/sessions/current': SIGNED_IN,
  'get /api/me': SIGNED_IN,
  'get /api/items': ALL,
  'get /api/items/:code': ALL,
  'post /api/deadlines/calculation': ALL,

  'get /api/offices': SIGNED_IN,
  'get /api/windows/:code/staff': [...WINDOW, 'department-head', ...SUPERVISORS],
  'get /api/experts': ['liaison', ...WINDOW],

  'post /api/appeals': ['expert', 'liaison', ...WINDOW],
  'get /api/appeals': READERS,
  'get /api/appeals/:number': READERS,
  'get /api/appeals/:number/events': READERS,
  'get /api/appeals/:number/deadlines': READERS,
  'get /api/appeals/:number/time': READERS,
  'post /api/appeals/:number/withdrawal': EXPERT_SIDE,
  'post /api/appeals/:number/supplement': [...EXPERT_SIDE, ...WINDOW],
  'post /api/appeals/:number/urge': EXPERT_SIDE,
  'post /api/appeals/:number/answer': EXPERT_SIDE,
  'post /api/appeals/:number/rating': ['expert'],
  'post /api/appeals/:number/reassignment': ['window-lead', 'department-head', ...SUPERVISORS],
  'post /api/appeals/:number/extension-decision': ['window-lead', 'department-head', ...SUPERVISORS],
  'post /api/appeals/:number/arbitration': SUPERVISORS,
  'post /api/appeals/:number/order-answer': WINDOW,
  'post /api/appeals/:number/closing': SUPERVISORS,
  'post /api/appeals/:number/call-back': [...WINDOW, ...SUPERVISORS],
  'post /api/appeals/:number/reopening': SUPERVISORS,

  'get /api/tasks': [...WINDOW, 'department-head', ...SUPERVISORS, 'auditor'],
  'get /api/tasks/:id': [...WINDOW, 'department-head', ...SUPERVISORS, 'auditor'],
  'post /api/tasks/:id/sign': WINDOW,
  'post /api/tasks/:id/claim': WINDOW,
  'post /api/tasks/:id/release': WINDOW,
  'post /api/tasks/:id/transfer': WINDOW,
  'post /api/tasks/:id/delegation': WINDOW,
  'post /api/tasks/:id/completion': WINDOW,
  'post /api/tasks/:id/return': WINDOW,
  'post /api/tasks/:id/referral': WINDOW,
  'post /api/tasks/:id/pause': WINDOW,
  'post /api/tasks/:id/resume': [...WINDOW, ...SUPERVISORS],
  'post /api/tasks/:id/question': WINDOW,
  'post /api/tasks/:id/extension-request': WINDOW,
  'post /api/tasks/:id/co-handling-request': WINDOW,
  'post /api/tasks/:id/consent': WINDOW,
  'post /api/tasks/:id/objection': WINDOW,
  'post /api/tasks/:id/deficiency-notice': WINDOW,
  'post /api/tasks/:id/provisional-acceptance': WINDOW,
  'post /api/tasks/:id/comment': [...WINDOW, 'department-head', ...SUPERVISORS],
  'post /api/tasks/:id/reassignment': ['window-lead', 'department-head', ...SUPERVISORS],
  'post /api/tasks/:id/order': ['department-head', ...SUPERVISORS],

  'get /api/supervision/overdue': [...SUPERVISORS, 'auditor'],
  'get /api/supervision/board': [...SUPERVISORS, 'auditor'],
  'get /api/supervision/decisions': [...WINDOW, 'department-head', ...SUPERVISORS],

  'get /api/admin/staff': ADMIN,
  'post /api/admin/staff': ADMIN,
  'patch /api/admin/staff/:id': ADMIN,
  'get /api/admin/memberships': ADMIN,
  'post /api/admin/memberships': ADMIN,
  'patch /api/admin/memberships/:id': ADMIN,
  'get /api/admin/windows': ADMIN,
  'post /api/admin/windows': ADMIN,
  'patch /api/admin/windows/:code': ADMIN,
}
