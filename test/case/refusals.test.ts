import { describe, expect, it } from '@jest/globals'
import { isRefusal, REFUSALS, refusalSentence, refusalText } from '../../domain/case/index.ts'
import { type RefusalCode, refuse } from '../../domain/case/refusal.ts'
import { clerkOf, supervisorOf, text } from './builders.ts'
import { filed } from './office.ts'
import { OF_THE_API, PROVOKED } from './provoked.ts'

const AT = '2026-03-03 10:00'
const RECEPTION = clerkOf('dist-lake.general.reception')
const SUPERVISOR = supervisorOf('dist-lake')

describe('every refusal of the table', () => {
  it.each(Object.keys(PROVOKED) as RefusalCode[])('%s is met by the command that breaks its rule, and the case stays as it is', (code) => {
    expect(PROVOKED[code]?.().refused).toBe(code)
  })

  it('can be provoked', () => {
    expect(Object.keys(REFUSALS).filter((code) => !(code in PROVOKED) && !OF_THE_API.includes(code as RefusalCode))).toEqual([])
  })

  it('also meets ids that are words of the language itself', () => {
    const office = filed()
    const note = { taskId: 'constructor', version: null, note: text('x') }
    expect(office.refusal(AT, SUPERVISOR, 'CommentOnTask', note)).toBe('unknown-task')
    expect(office.refusal(AT, RECEPTION, 'AnswerOrder', { orderId: '__proto__', answer: text('x') })).toBe('order-unknown')
  })

  it('has a status of the client’s fault and a sentence in both languages', () => {
    for (const { status, zh, en } of Object.values(REFUSALS)) {
      expect([403, 404, 409, 422]).toContain(status)
      expect(zh).toMatch(/。$/)
      expect(en).toMatch(/\.$/)
    }
  })

  it('speaks in the reader’s language with what it found', () => {
    const refusal = refuse('stale-version', { field: 'version', params: { seen: '3', present: '5' } })
    expect(refusalText(refusal)).toEqual({
      zh: '任务已有变化（您看到的版本 3，现版本 5），请查看后再操作。',
      en: 'The task has changed (you saw version 3, it is now 5); look at it and try again.',
    })
    expect(refusalSentence(refuse('other-window', { params: { window: 'w' } }), 'en')).toBe('This task belongs to another window (w).')
    expect([isRefusal(refusal), isRefusal([]), isRefusal(null)]).toEqual([true, false, false])
  })
})
