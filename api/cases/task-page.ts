import type { z } from 'zod'
import type { Instant } from '../../domain/clocks/types.ts'
import type { Page } from '../../prisma/readers/cursor.ts'
import type { ListedTask } from '../../prisma/readers/task-reader.ts'
import type { Deps } from '../deps.ts'
import type { taskPageSchema } from '../schemas/page.ts'
import type { Person } from '../sessions/person.ts'
import { readerOf } from '../views/reader.ts'
import { taskView } from '../views/task-view.ts'

/** A page of tasks as a person of the offices sees them: actions, the expert, and who has the task open now. */
export async function taskPage(
  deps: Deps,
  person: Person,
  at: Instant,
  { rows, next }: Page<ListedTask>,
): Promise<z.input<typeof taskPageSchema>> {
  const [states, present] = await Promise.all([
    deps.cases.loadMany(rows.map((row) => row.caseId)),
    deps.presence.at(rows.map((row) => row.taskId)),
  ])
  const read = [...states.values()]
  const [reader, experts, people] = await Promise.all([
    readerOf(deps, person, { circle: 'staff', confidential: false }, at, read),
    deps.people.expertNames([...new Set(read.map((state) => state.start.expert.id))]),
    deps.staffNames([...new Set([...present.values()].flat())]),
  ])
  const tasks = rows.flatMap((row) => {
    const state = states.get(row.caseId)
    const task = state?.tasks[row.taskId]
    if (state === undefined || task === undefined) return []
    const { id, tier } = state.start.expert
    return [
      {
        ...taskView(state, task, reader),
        expert: { tier, name: experts.get(id) ?? null },
        present: (present.get(row.taskId) ?? []).map((each) => ({ id: each, name: people.get(each) ?? null })),
      },
    ]
  })
  return { tasks, next }
}
