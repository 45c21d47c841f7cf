import type { NoticeParams } from '../../domain/notices/notice.ts'
import type { OutboxRow } from '../../activities/mail/outbox-port.ts'

/** Instants of 2026 in Asia/Shanghai. */
export const MONDAY_CLOSE = Date.parse('2026-10-12T17:30:00+08:00')
export const FRIDAY_CLOSE = Date.parse('2026-10-16T17:30:00+08:00')
export const END_OF_SUNDAY = Date.parse('2026-10-19T00:00:00+08:00')

/** What any notice may say, with nothing optional in it. */
export function bareParams(changes: Partial<NoticeParams> = {}): NoticeParams {
  return {
    number: 'HY-2026-000123-7',
    item: { zh: '子女入学', en: 'School place' },
    stage: null,
    window: null,
    status: { zh: '综合窗口正在核对您的材料。', en: 'The general window is checking your papers.' },
    dues: [],
    moved: null,
    materials: [],
    outcome: null,
    officeInChargeTextId: null,
    rung: null,
    reason: null,
    textId: null,
    ...changes,
  }
}

/** Everything a notice can say at once. */
export function fullParams(): NoticeParams {
  const clocks = [
    'legal',
    'promised',
    'stage',
    'cure',
    'answer',
    'sign',
    'order-reply',
    'co-handling',
    'acceptance',
    'extension-decision',
  ] as const
  return bareParams({
    stage: { zh: '受理', en: 'Acceptance' },
    window: 'dist-lake.general.reception',
    dues: clocks.map((clock) => ({
      clock,
      at: FRIDAY_CLOSE,
      provisional: false,
      colour: 'green',
      remaining: { amount: 4, unit: 'working-days' },
    })),
    moved: {
      clock: 'promised',
      from: MONDAY_CLOSE,
      to: FRIDAY_CLOSE,
      why: { zh: '等待专家材料', en: 'waiting for the expert’s materials' },
    },
    materials: [{ zh: '居住证明', en: 'Proof of residence' }],
    outcome: { zh: '不予受理', en: 'not accepted' },
    officeInChargeTextId: '5b0e7c1e-0000-4000-8000-000000000002',
    rung: { code: 'stage-red', colour: 'red', clock: { zh: '本环节时限', en: 'Limit of this stage' } },
    until: FRIDAY_CLOSE,
    reason: { zh: '情况复杂', en: 'complex matter' },
    textId: '5b0e7c1e-0000-4000-8000-000000000001',
  })
}

/** One outbox row to an expert who reads English. */
export function aRow(changes: Partial<OutboxRow> = {}): OutboxRow {
  return {
    id: '1',
    caseId: '0b5c1a52-0000-4000-8000-000000000001',
    seq: 1,
    kind: 'received',
    recipientKind: 'expert',
    recipientId: '7d1f0a11-0000-4000-8000-000000000001',
    person: { name: 'Anna Berg', address: 'anna.berg@experts.example', language: 'en' },
    params: bareParams(),
    text: null,
    officeInCharge: null,
    windowName: null,
    attempt: 1,
    firstAttemptAt: 0,
    wasUncertain: false,
    ...changes,
  }
}
