import { describe, expect, it } from '@jest/globals'
import { waitAfterAnswer, waitForServer } from '../../activities/mail/retry-times.ts'
import { judge } from '../../activities/mail/send-result.ts'
import { verdictOf } from '../../activities/mail/settle.ts'
import { SIGN_IN_CODE } from '../../domain/notices/mail-kind.ts'
import { aRow } from './rows.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = 1_000_000_000

describe('what a mail becomes after a try', () => {
  it('a mail that the server puts off is tried again at growing intervals, at most four hours apart', () => {
    expect([1, 2, 3, 4, 8, 9, 30].map(waitAfterAnswer)).toEqual([
      MINUTE,
      2 * MINUTE,
      4 * MINUTE,
      8 * MINUTE,
      128 * MINUTE,
      4 * HOUR,
      4 * HOUR,
    ])
    expect(verdictOf(aRow({ attempt: 3, firstAttemptAt: NOW - HOUR }), { kind: 'later', error: '450 busy' }, NOW, 0)).toEqual({
      to: 'queued',
      nextAttemptAt: NOW + 4 * MINUTE,
      error: '450 busy',
    })
  })

  it('it is given up four days after the first try, and the window is told', () => {
    const put = { kind: 'later', error: '450 busy' } as const
    expect(verdictOf(aRow({ attempt: 30, firstAttemptAt: NOW - 4 * DAY + 1 }), put, NOW, 0).to).toBe('queued')
    expect(verdictOf(aRow({ attempt: 30, firstAttemptAt: NOW - 4 * DAY }), put, NOW, 0)).toEqual({
      to: 'failed',
      error: 'given up: 450 busy',
      tellWindow: true,
    })
  })

  it('a mail that the server refuses for good is not tried again, and the window is told', () => {
    expect(verdictOf(aRow(), { kind: 'refused', error: '550 no such user' }, NOW, 0)).toEqual({
      to: 'failed',
      error: '550 no such user',
      tellWindow: true,
    })
  })

  it('nobody is told that a colleague’s mail, or a sign-in code, was refused', () => {
    const refused = { kind: 'refused', error: '550' } as const
    expect(verdictOf(aRow({ kind: 'dispatched', recipientKind: 'staff' }), refused, NOW, 0)).toEqual({
      to: 'failed',
      error: '550',
      tellWindow: false,
    })
    expect(verdictOf(aRow({ kind: 'unreachable', recipientKind: 'staff' }), refused, NOW, 0)).toEqual({
      to: 'failed',
      error: '550',
      tellWindow: false,
    })
    expect(verdictOf(aRow({ kind: SIGN_IN_CODE, caseId: null }), refused, NOW, 0)).toEqual({
      to: 'failed',
      error: '550',
      tellWindow: false,
    })
  })

  it('without a server the mail waits until the server is tried again, and stays uncertain if it was', () => {
    expect([1, 2, 3, 7, 20].map(waitForServer)).toEqual([500, 1000, 2000, 30_000, 30_000])
    const away = { kind: 'no-connection', error: 'refused' } as const
    expect(verdictOf(aRow({ firstAttemptAt: NOW }), away, NOW, NOW + 500)).toEqual({
      to: 'queued',
      nextAttemptAt: NOW + 500,
      error: 'refused',
    })
    expect(verdictOf(aRow({ firstAttemptAt: NOW, wasUncertain: true }), away, NOW, NOW + 500).to).toBe('uncertain')
  })

  it('a sign-in code is tried again within seconds and not after it has expired', () => {
    const code = aRow({ kind: SIGN_IN_CODE, caseId: null, params: { code: '1', minutes: 10 }, attempt: 2, firstAttemptAt: NOW })
    expect(verdictOf(code, { kind: 'later', error: '450' }, NOW, 0)).toEqual({ to: 'queued', nextAttemptAt: NOW + 10_000, error: '450' })
    expect(verdictOf(code, { kind: 'later', error: '450' }, NOW + 10 * MINUTE, 0).to).toBe('failed')
  })
})

describe('what an answer of the server means', () => {
  const error = (code: string, responseCode?: number): Error =>
    Object.assign(new Error('words'), { code, ...(responseCode === undefined ? {} : { responseCode }) })

  it('4xx is later, 5xx is never', () => {
    expect(judge(error('EENVELOPE', 450), false).kind).toBe('later')
    expect(judge(error('EMESSAGE', 451), true).kind).toBe('later')
    expect(judge(error('EENVELOPE', 550), false).kind).toBe('refused')
    expect(judge(error('EMESSAGE', 554), true).kind).toBe('refused')
  })

  it('a refusal of our own sign-in says nothing about the mail', () => {
    expect(judge(error('EAUTH', 535), false).kind).toBe('no-connection')
    expect(judge(error('EENVELOPE', 530), false).kind).toBe('no-connection')
    expect(judge(error('ECONNECTION', 554), false).kind).toBe('no-connection')
    expect(judge(error('EENVELOPE', 421), false).kind).toBe('no-connection')
  })

  it('a silence after the whole message makes the mail uncertain, one before it does not', () => {
    expect(judge(error('ECONNECTION'), true).kind).toBe('uncertain')
    expect(judge(error('ETIMEDOUT'), true).kind).toBe('uncertain')
    expect(judge(error('ECONNECTION'), false).kind).toBe('no-connection')
    expect(judge(error('ECONNECTION', 421), true).kind).toBe('no-connection')
  })
})
