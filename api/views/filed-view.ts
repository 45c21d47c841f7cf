import type { z } from 'zod'
import { openPause, openQuestion, openTasks, pendingExtension } from '../../domain/case/lookups.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { PAUSE_REASON_LABELS } from '../../domain/clocks/pause-reasons.ts'
import type { FormField } from '../../domain/routing/item.ts'
import type { Text } from '../../domain/text.ts'
import type { appealDetailSchema, formAnswerSchema, pendingSchema } from '../schemas/case.ts'
import type { MaterialFile } from '../../prisma/stores/material-file-store.ts'
import { fileView } from './file-view.ts'
import { iso, isoOrNull } from './iso.ts'
import type { Reader } from './reader.ts'

/** What was filed, field by field; a confidential answer is left out for who may not read it. */
export function formView(state: CaseState, form: Readonly<Record<string, unknown>>, reader: Reader): z.input<typeof formAnswerSchema>[] {
  return state.start.item.form
    .filter((field) => Object.hasOwn(form, field.code))
    .map((field) => {
      const withheld = field.confidential && !reader.access.confidential
      return {
        code: field.code,
        label: field.label,
        confidential: field.confidential,
        withheld,
        ...(withheld ? {} : { value: form[field.code] }),
        text: withheld ? null : inWords(field, form[field.code]),
      }
    })
}

/** What a choice or a yes-or-no was answered with, in words. */
function inWords(field: FormField, value: unknown): Text | null {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  return field.options?.find((option) => option.code === value)?.label ?? null
}

/** The papers of the item, with what became of each and the files that were sent for it. */
export function materialsView(
  state: CaseState,
  files: readonly MaterialFile[],
  reader: Pick<Reader, 'staff'>,
): z.input<typeof appealDetailSchema>['materials'] {
  return state.start.item.materials.map((material) => ({
    ...material,
    state: state.materials[material.code] ?? 'missing',
    files: files.filter((file) => file.material === material.code).map((file) => fileView(file, reader)),
  }))
}

/** What is waited for, and by whom it can be ended. Experts do not see what the offices decide among themselves. */
export function pendingView(state: CaseState, reader: Reader): z.input<typeof pendingSchema> {
  const pause =
    openTasks(state)
      .map((task) => openPause(state, task.id))
      .find((each) => each !== null) ?? null
  const question = openQuestion(state)
  const extension = reader.access.circle === 'expert' ? null : pendingExtension(state)
  return {
    pause:
      pause === null
        ? null
        : {
            taskId: pause.taskId,
            reason: pause.reason,
            reasonText: PAUSE_REASON_LABELS[pause.reason],
            from: iso(pause.from),
            until: iso(pause.until),
          },
    question: question === null ? null : { id: question.id, askedAt: iso(question.askedAt) },
    wantedMaterials: [...wantedMaterials(state)],
    orders: Object.values(state.orders)
      .filter((order) => reader.access.circle !== 'expert' || order.issuedBy.kind === 'expert')
      .map((order) => ({
        id: order.id,
        kind: order.kind,
        window: order.window,
        issuedAt: iso(order.issuedAt),
        answeredAt: isoOrNull(order.answeredAt),
      })),
    extensionRequest:
      extension === null
        ? null
        : {
            id: extension.id,
            amount: extension.amount,
            reason: extension.reason,
            decidedBy: extension.decidedBy,
            askedAt: iso(extension.askedAt),
          },
    arbitration:
      state.arbitration === null || reader.access.circle === 'expert'
        ? null
        : { id: state.arbitration.id, askedAt: iso(state.arbitration.askedAt) },
  }
}

/** Papers the expert still owes: those of the deficiency notice, else the required ones that are missing or promised. */
function wantedMaterials(state: CaseState): readonly string[] {
  const owed = (code: string): boolean => state.materials[code] !== 'provided'
  if (state.status !== 'open') return []
  return (
    state.deficiency?.materials ?? state.start.item.materials.filter((material) => material.required).map((material) => material.code)
  ).filter(owed)
}
