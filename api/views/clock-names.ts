import type { ClockKind } from '../../domain/clocks/types.ts'
import type { Text } from '../../domain/text.ts'

/** What each limit is called in answers. */
export const CLOCK_NAMES: Readonly<Record<ClockKind, Text>> = {
  sign: { zh: '签收时限', en: 'limit for signing' },
  stage: { zh: '环节时限', en: 'limit of the stage' },
  acceptance: { zh: '受理时限', en: 'limit for acceptance' },
  legal: { zh: '法定时限', en: 'legal limit' },
  promised: { zh: '承诺时限', en: 'promised limit' },
  cure: { zh: '补正期限', en: 'time to supplement' },
  answer: { zh: '答复期限', en: 'time to answer' },
  'co-handling': { zh: '协办时限', en: 'limit for co-handling' },
  'extension-decision': { zh: '延期审批时限', en: 'limit for deciding the extension' },
  'order-reply': { zh: '催办（督办）答复时限', en: 'limit for answering the order' },
  aftercare: { zh: '回访期', en: 'aftercare' },
}
