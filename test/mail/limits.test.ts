import { describe, expect, it } from '@jest/globals'
import { composeMail } from '../../activities/mail/compose.ts'
import { NOTICE_KINDS, type Notice, type NoticeKind, type NoticeParams } from '../../domain/notices/notice.ts'
import { LANGUAGES, type Language } from '../../domain/text.ts'
import { beijing, clerkOf, supervisorOf, text } from '../case/builders.ts'
import { filed } from '../case/office.ts'
import { atSchooling, only, SCHOOLING } from '../notices-plan/letters.ts'
import { COMPOSE } from './compose-deps.ts'
import { aRow, bareParams } from './rows.ts'

function mailOf(kind: NoticeKind, params: NoticeParams, language: Language): { readonly text: string; readonly html: string } {
  const made = composeMail(aRow({ kind, params, person: { name: '王敏', address: 'wang.min@experts.example', language } }), COMPOSE)
  if (made.kind !== 'mail') throw new Error(made.error)
  return made.message
}

/** The lines of limits in a mail, top to bottom. */
function limits({ kind, params }: Notice, language: Language): readonly string[] {
  return mailOf(kind, params, language)
    .text.split('\n')
    .filter((line) => line.startsWith('- '))
}

const clerk = clerkOf(SCHOOLING)

describe('the limits in a mail', () => {
  it('at receipt: the acceptance, the stage, and how much time will run from the acceptance', () => {
    const received = only(filed(), 'received')
    expect(limits(received, 'zh')).toEqual([
      '- 受理时限：2026年3月9日（星期一）17:30（剩余 5 个工作日，绿灯）',
      '- 法定时限：自受理起计算（共 20 个工作日）',
      '- 承诺时限：自受理起计算（共 10 个工作日）',
      '- 本环节时限：2026年3月9日（星期一）17:30（剩余 5 个工作日，绿灯）',
    ])
    expect(limits(received, 'en')).toEqual([
      '- Limit for acceptance: Monday 9 March 2026, 17:30 (5 working days left, green)',
      '- Legal limit: counts from acceptance (20 working days)',
      '- Promised limit: counts from acceptance (10 working days)',
      '- Limit of this stage: Monday 9 March 2026, 17:30 (5 working days left, green)',
    ])
  })

  it('to the window of a task: its limit for signing and those of the appeal', () => {
    const office = filed().complete('2026-03-02 10:00', 'accept')
    expect(limits(only(office, 'dispatched'), 'zh')).toEqual([
      '- 签收时限：2026年3月2日（星期一）15:30（剩余 4 个工作小时，绿灯）',
      '- 法定时限：2026年3月30日（星期一）17:30（剩余 20 个工作日，绿灯）',
      '- 承诺时限：2026年3月16日（星期一）17:30（剩余 10 个工作日，绿灯）',
      '- 本环节时限：2026年3月12日（星期四）17:30（剩余 8 个工作日，绿灯）',
    ])
  })

  it('of a pause: no date, but what is left and what it waits for; the legal one runs on', () => {
    const office = atSchooling()
    const until = beijing('2026-03-20 17:30')
    office.give('2026-03-04 10:00', clerk, 'PauseTask', {
      ...office.onLead,
      reason: 'other-office-document',
      until,
      note: text('document'),
    })
    const paused = only(office, 'paused')
    expect(limits(paused, 'zh')).toEqual([
      '- 法定时限：2026年3月30日（星期一）17:30（剩余 19 个工作日，绿灯）',
      '- 承诺时限：已中止计时（等待其他单位文件），恢复后另行告知（剩余 9 个工作日，绿灯）',
      '- 本环节时限：已中止计时（等待其他单位文件），恢复后另行告知（剩余 7 个工作日，绿灯）',
    ])
    expect(limits(paused, 'en').slice(1)).toEqual([
      '- Promised limit: paused (waiting for another office’s document); the date follows when the clock runs again (9 working days left, green)',
      '- Limit of this stage: paused (waiting for another office’s document); the date follows when the clock runs again (7 working days left, green)',
    ])
  })

  it('of a stage over its time: red for the step and how much, while the whole is not', () => {
    const office = atSchooling().until('2026-03-13 10:00')
    office.give('2026-03-16 10:00', supervisorOf('dist-lake'), 'IssueOrder', { ...office.onLead, order: 'supervise', note: null })
    const [order] = office.lastNotices
    if (order?.kind !== 'order-issued') throw new Error('no order was written')
    const [reply, ...others] = limits(order, 'zh')
    expect(reply).toMatch(/^- 催办（督办）答复时限：/)
    expect(others).toEqual([
      '- 法定时限：2026年3月30日（星期一）17:30（剩余 11 个工作日，绿灯）',
      '- 承诺时限：2026年3月16日（星期一）17:30（剩余 1 个工作日，黄灯）',
      '- 本环节时限：2026年3月12日（星期四）17:30（已超期 2 个工作日，红灯）',
    ])
    expect(limits(order, 'en').at(-1)).toBe('- Limit of this stage: Thursday 12 March 2026, 17:30 (overdue by 2 working days, red)')
  })

  it('of a close: how each ended', () => {
    const office = atSchooling().complete('2026-03-12 10:00', 'matched').complete('2026-03-17 10:00', 'enrolled')
    expect(limits(only(office, 'closed'), 'zh')).toEqual([
      '- 法定时限：2026年3月30日（星期一）17:30（未超期，绿灯）',
      '- 承诺时限：2026年3月16日（星期一）17:30（超期 1 个工作日，红灯）',
      '- 本环节时限：2026年3月16日（星期一）17:30（超期 1 个工作日，红灯）',
    ])
    expect(limits(only(office, 'closed'), 'en').slice(0, 2)).toEqual([
      '- Legal limit: Monday 30 March 2026, 17:30 (in time, green)',
      '- Promised limit: Monday 16 March 2026, 17:30 (late by 1 working day, red)',
    ])
  })

  it('whose time ran out with nothing done are red, and not called in time', () => {
    const office = filed().until('2026-03-09 17:30')
    const warned = office.lastNotices.find(({ kind, params }) => kind === 'rung-fired' && params.rung?.code === 'acceptance-red')
    if (!warned) throw new Error('nobody was warned')
    expect(limits(warned, 'zh')[0]).toBe('- 受理时限：2026年3月9日（星期一）17:30（期满未办，红灯）')
    expect(limits(warned, 'en')[0]).toBe('- Limit for acceptance: Monday 9 March 2026, 17:30 (its time has run out, red)')
  })

  it('that ended while it was paused has no date any more', () => {
    const due = { clock: 'stage', state: 'stopped', at: null, provisional: false, colour: 'green', remaining: null } as const
    const params = bareParams({ dues: [due] })
    expect(mailOf('lapsed', params, 'zh').text).toContain('各项期限的办理结果：\n\n- 本环节时限：已停止计时（未超期，绿灯）\n')
    expect(mailOf('lapsed', params, 'en').text).toContain(
      'How each limit ended:\n\n- Limit of this stage: no longer counted (in time, green)\n',
    )
  })

  it.each(LANGUAGES.flatMap((language) => NOTICE_KINDS.map((kind) => [language, kind] as const)))(
    'stand in the mail in %s of kind %s, in its text and beside a bar of their colour in its page',
    (language, kind) => {
      const at = beijing('2026-03-12 17:30')
      const params = bareParams({
        dues: (['legal', 'promised', 'stage'] as const).map((clock) => ({
          clock,
          state: 'running',
          at,
          provisional: false,
          colour: clock === 'stage' ? 'yellow' : 'green',
          remaining: { amount: 3, unit: 'working-days' },
        })),
      })
      const { text, html } = mailOf(kind, params, language)
      expect(text).toContain(
        language === 'zh'
          ? '- 法定时限：2026年3月12日（星期四）17:30（剩余 3 个工作日，绿灯）\n- 承诺时限：2026年3月12日（星期四）17:30（剩余 3 个工作日，绿灯）\n- 本环节时限：2026年3月12日（星期四）17:30（剩余 3 个工作日，黄灯）\n'
          : '- Legal limit: Thursday 12 March 2026, 17:30 (3 working days left, green)\n- Promised limit: Thursday 12 March 2026, 17:30 (3 working days left, green)\n- Limit of this stage: Thursday 12 March 2026, 17:30 (3 working days left, yellow)\n',
      )
      expect(html.match(/border-left:4px solid #2e7d4f/g)).toHaveLength(2)
      expect(html.match(/border-left:4px solid #c98a00/g)).toHaveLength(1)
      expect(html).toContain(language === 'zh' ? '（剩余 3 个工作日，黄灯）' : '(3 working days left, yellow)')
    },
  )
})
