import type { z } from 'zod'
import type { Task } from '../../domain/case/state.ts'
import type { WholeCase } from '../cases/whole-case.ts'
import { caseActions } from '../commands/action-list.ts'
import type { appealDetailSchema, taskDetailSchema } from '../schemas/case.ts'
import { appealView } from './appeal-view.ts'
import { type TextEntry, textEntries } from './event-texts.ts'
import { formView, materialsView, pendingView } from './filed-view.ts'
import { iso } from './iso.ts'
import { taskView } from './task-view.ts'

type Filed = Pick<z.input<typeof appealDetailSchema>, 'expert' | 'form' | 'materials' | 'pending' | 'messages'>

/** What the detail of an appeal and of a task have in common. */
function filed({ state, reader, form, files, expertName, events, texts }: WholeCase): Filed {
  const { id, tier, language } = state.start.expert
  return {
    expert: { id, tier, language, name: expertName },
    form: formView(state, form, reader),
    materials: materialsView(state, files, reader),
    pending: pendingView(state, reader),
    messages: textEntries(events, texts, reader.access.circle)
      .filter(isMessage)
      .map(({ event, field, text }) => ({
        at: iso(event.at),
        type: event.type,
        kind: field,
        from: event.actor.kind,
        by: event.actor.kind === 'staff' ? reader.staff(event.actor.id) : null,
        taskId: 'taskId' in event.data ? event.data.taskId : null,
        text,
      })),
  }
}

/** The name of the office in charge is a value of the appeal, and no words to anybody. */
function isMessage({ field }: TextEntry): boolean {
  return field !== 'officeInCharge'
}

/** One appeal in full, as far as its reader may see it. */
export function appealDetail(whole: WholeCase): z.input<typeof appealDetailSchema> {
  return { ...appealView(whole.state, whole.reader), ...filed(whole) }
}

/** One task in full, with the appeal it belongs to. */
export function taskDetail(whole: WholeCase, task: Task): z.input<typeof taskDetailSchema> {
  return { ...taskView(whole.state, task, whole.reader), ...filed(whole), appealActions: caseActions(whole.state, whole.reader.actor) }
}
