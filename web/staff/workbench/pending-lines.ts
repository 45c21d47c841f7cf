import type { Language } from '../../../domain/text.ts'
import type { TaskDetail } from '../../http/shapes/task.ts'
import { momentWords } from '../parts/due-words.ts'
import type { texts } from './drawer-texts.ts'

/** What the appeal waits for, a sentence each. */
export function pendingLines(
  { pending, materials }: Pick<TaskDetail, 'pending' | 'materials'>,
  t: (typeof texts)[Language],
  language: Language,
): readonly string[] {
  const names = pending.wantedMaterials.map((code) => materials.find((each) => each.code === code)?.name[language] ?? code)
  return [
    ...(pending.pause === null ? [] : [t.pauseUntil(pending.pause.reasonText[language], momentWords(pending.pause.until))]),
    ...(pending.question === null ? [] : [t.question(momentWords(pending.question.askedAt))]),
    ...(names.length === 0 ? [] : [t.wanted(names.join(language === 'zh' ? '、' : ', '))]),
    ...pending.orders.filter((order) => order.answeredAt === null).map((order) => t.order(order.kind, momentWords(order.issuedAt))),
    ...(pending.extensionRequest === null
      ? []
      : [t.extension(pending.extensionRequest.amount, momentWords(pending.extensionRequest.askedAt))]),
    ...(pending.arbitration === null ? [] : [t.arbitration(momentWords(pending.arbitration.askedAt))]),
  ]
}
