import { z } from 'zod'
import { TASK_VIEWS } from '../../prisma/readers/task-reader.ts'
import { code } from './input.ts'

/** What narrows a list of tasks within the windows of the person. */
export const taskNarrowing = {
  window: code.optional(),
  q: z.string().max(60).optional().meta({ description: 'the beginning of a number or of the expert’s name' }),
}

export const taskView = z.enum(TASK_VIEWS)
