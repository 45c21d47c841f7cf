import { describe, expect, it } from '@jest/globals'
import { type Delivery, deliveryText } from '../../domain/notices/delivery-words.ts'

const FRESH: Delivery = { status: 'queued', attempts: 0, wasUncertain: false, waitsForOffice: false }

describe('the delivery of a mail in plain words', () => {
  it.each<[Partial<Delivery>, string, string]>([
    [{}, '待发送', 'waits to be sent'],
    [{ waitsForOffice: true }, '待上班时间发送', 'waits for office hours'],
    [{ attempts: 2 }, '第 2 次发送未成功，稍后重发', 'try 2 did not succeed; it is sent again'],
    [{ status: 'sending', attempts: 1 }, '正在发送', 'is being sent'],
    [{ status: 'accepted', attempts: 1 }, '已送达邮件服务器', 'taken by the mail server'],
    [
      { status: 'accepted', attempts: 2, wasUncertain: true },
      '不确定，已重发并送达邮件服务器',
      'was uncertain; sent again and taken by the mail server',
    ],
    [{ status: 'uncertain', attempts: 1, wasUncertain: true }, '不确定是否送达，将重发', 'uncertain whether it arrived; it is sent again'],
    [{ status: 'failed', attempts: 3 }, '发送失败，已请窗口另行联系', 'could not be sent; the window was asked to find another way'],
  ])('%j reads %s', (delivery, zh, en) => {
    expect(deliveryText({ ...FRESH, ...delivery })).toEqual({ zh, en })
  })
})
