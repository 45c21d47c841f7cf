import type { z } from 'zod'
import type { Instant } from '../../domain/clocks/types.ts'
import type { Page } from '../../prisma/readers/cursor.ts'
import type { ListedTask } from '../../prisma/readers/task-reader.ts'
import type { Deps } from '../deps.ts'
import type { taskPageSchema } from '../schemas/page.ts'
import type { Person } from '../sessions/person.ts'
import { readerOf } from '../views/reader.ts'
import { taskView } from '../views/task-view.ts'

/** A page of tasks as a person of the offices sees them, actions included; `window` narrows a view that knows no window of its own. */
export async function taskPage(
  deps: Deps,
  person: Person,
  at: Instant,
  page: Page<ListedTask>,
  window: string | null,
): Promise<z.input<typeof taskPageSchema>> {
  const rows = window === null ? page.rows : page.rows.filter((row) => row.window === window)
  const states = await deps.cases.loadMany(rows.map((row) => row.caseId))
  const reader = await readerOf(deps, person, { circle: 'staff', confidential: false }, at, [...states.values()])
  const tasks = rows.flatMap((row) => {
    const state = states.get(row.caseId)
    const task = state?.tasks[row.taskId]
    return state === undefined || task === undefined ? [] : [taskView(state, task, reader)]
  })
  return { tasks, next: page.next }
}
