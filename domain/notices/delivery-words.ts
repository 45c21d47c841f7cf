import type { Text } from '../text.ts'

/** States of a mail in the outbox (design 10). */
export const MAIL_STATES = ['queued', 'sending', 'accepted', 'uncertain', 'failed'] as const
export type MailState = (typeof MAIL_STATES)[number]

export function isMailState(word: string): word is MailState {
  return (MAIL_STATES as readonly string[]).includes(word)
}

/** What the outbox knows of the delivery of one mail. */
export interface Delivery {
  readonly status: MailState
  /** Tries begun so far. */
  readonly attempts: number
  /** Whether it was ever unknown if the mail server had taken it; then it was, or will be, sent again. */
  readonly wasUncertain: boolean
  /** True while a mail to staff waits for the office to open. */
  readonly waitsForOffice: boolean
}

/** Where a mail stands, in plain words. */
export function deliveryText({ status, attempts, wasUncertain, waitsForOffice }: Delivery): Text {
  switch (status) {
    case 'queued':
      if (attempts > 0) return { zh: `第 ${attempts} 次发送未成功，稍后重发`, en: `try ${attempts} did not succeed; it is sent again` }
      return waitsForOffice ? { zh: '待上班时间发送', en: 'waits for office hours' } : { zh: '待发送', en: 'waits to be sent' }
    case 'sending':
      return { zh: '正在发送', en: 'is being sent' }
    case 'accepted':
      return wasUncertain
        ? { zh: '不确定，已重发并送达邮件服务器', en: 'was uncertain; sent again and taken by the mail server' }
        : { zh: '已送达邮件服务器', en: 'taken by the mail server' }
    case 'uncertain':
      return { zh: '不确定是否送达，将重发', en: 'uncertain whether it arrived; it is sent again' }
    case 'failed':
      return { zh: '发送失败，已请窗口另行联系', en: 'could not be sent; the window was asked to find another way' }
  }
}
