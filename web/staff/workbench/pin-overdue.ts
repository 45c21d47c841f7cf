import type { ListedTask } from '../../http/shapes/task.ts'

/** Whether any of the three limits of a task that is not over yet has passed. */
export function isOverdue({ dues, endedAt }: Pick<ListedTask, 'dues' | 'endedAt'>): boolean {
  return endedAt === null && [dues.stage, dues.promised, dues.legal].some((due) => due?.state === 'expired')
}

/** What is overdue goes on top, each part in the order it came in: by the due date of the task's own limit. */
export function pinOverdue(tasks: readonly ListedTask[]): readonly ListedTask[] {
  return [...tasks.filter(isOverdue), ...tasks.filter((task) => !isOverdue(task))]
}
