import { describe, expect, it } from '@jest/globals'
import { composeMail, type MailMessage } from '../../activities/mail/compose.ts'
import type { OutboxRow } from '../../activities/mail/outbox-port.ts'
import { MAIL_KINDS, SIGN_IN_CODE } from '../../domain/notices/mail-kind.ts'
import { LANGUAGES } from '../../domain/text.ts'
import { COMPOSE } from './compose-deps.ts'
import { aRow, bareParams, END_OF_SUNDAY, FRIDAY_CLOSE, fullParams, MONDAY_CLOSE } from './rows.ts'

const ZH = { name: '王敏', address: 'wang.min@experts.example', language: 'zh' } as const
const RECEPTION = { zh: '湖滨区人才之家综合窗口', en: 'General window, Lake District' }

function mailOf(changes: Partial<OutboxRow>): MailMessage {
  const made = composeMail(aRow(changes), COMPOSE)
  if (made.kind !== 'mail') throw new Error(made.error)
  return made.message
}

describe('the words of mails', () => {
  it('the mail of receipt says what happens next and by when', () => {
    const params = bareParams({
      window: 'dist-lake.general.reception',
      dues: [
        { clock: 'acceptance', at: MONDAY_CLOSE, provisional: false, colour: 'green', remaining: { amount: 5, unit: 'working-days' } },
        { clock: 'promised', at: FRIDAY_CLOSE, provisional: false, colour: 'green', remaining: { amount: 9, unit: 'working-days' } },
      ],
    })
    const mail = mailOf({ params, windowName: RECEPTION, person: ZH })
    expect(mail.subject).toBe('【鸿雁】HY-2026-000123-7 诉求已收到：子女入学')
    expect(mail.text).toBe(
      [
        '尊敬的专家：',
        '',
        '您的诉求“子女入学”已收到，编号 HY-2026-000123-7。感谢您的信任。',
        '',
        '接下来：综合窗口正在核对您的材料。',
        '当前由“湖滨区人才之家综合窗口”负责。在其他窗口签收之前，它始终对您负责。',
        '',
        '是否受理，我们将在 2026年10月12日（星期一）17:30 前答复您；届时没有答复的，视为自收到之日起受理。',
        '',
        '我们向您承诺的期限：',
        '',
        '- 受理时限：2026年10月12日（星期一）17:30（剩余 5 个工作日，绿灯）',
        '- 承诺时限：2026年10月16日（星期五）17:30（剩余 9 个工作日，绿灯）',
        '',
        '您现在不需要做任何事。进展有变化时，我们会主动写信告诉您。',
        '',
        '查看诉求：https://hongyan.example/appeals/HY-2026-000123-7',
        '',
        '-- ',
        '鸿雁 · 人才服务',
        '本邮件由系统自动发出，请勿直接回复。详细内容请登录查看。',
        '',
      ].join('\n'),
    )
  })

  it('who still owes promised papers is not told at receipt that nothing is to be done', () => {
    const cure = { clock: 'cure', at: END_OF_SUNDAY, provisional: false, colour: 'green', remaining: null } as const
    const params = bareParams({ materials: [{ zh: '人才卡', en: 'Talent card' }] })
    const later = mailOf({ params }).text
    expect(later).toContain('You promised to hand in these papers later:\n\n1. Talent card')
    expect(later).toContain('The time for it begins when the appeal is accepted; we will tell you the date then.')
    expect(later).not.toContain('nothing you need to do')
    const now = mailOf({ params: { ...params, dues: [cure] }, person: ZH }).text
    expect(now).toContain('请在 2026年10月18日（星期日）24:00 前补齐。')
    expect(now).toContain('各项期限：')
    expect(now).not.toContain('您现在不需要做任何事')
  })

  it('a pause tells why and how long at most (Administrative Licence Law art. 45)', () => {
    const params = bareParams({ reason: { zh: '专家评审', en: 'expert review' }, until: END_OF_SUNDAY })
    const english = mailOf({ kind: 'paused', params }).text
    expect(english).toContain('Why: expert review')
    expect(english).toContain('The pause ends by Sunday 18 October 2026, 24:00 at the latest; work then goes on by itself.')
    expect(mailOf({ kind: 'paused', params, person: ZH }).text).toContain('中止最迟至 2026年10月18日（星期日）24:00，届时自动恢复办理。')
    expect(mailOf({ kind: 'paused', params: bareParams() }).text).not.toContain('at the latest')
  })

  it('a moved date is told with the old one, the new one and why', () => {
    const params = bareParams({
      dues: [{ clock: 'promised', at: FRIDAY_CLOSE, provisional: false, colour: 'green', remaining: { amount: 1, unit: 'working-days' } }],
      moved: { clock: 'promised', from: MONDAY_CLOSE, to: FRIDAY_CLOSE, why: { zh: '情况复杂', en: 'complex matter' } },
    })
    const mail = mailOf({ kind: 'due-moved', params })
    expect(mail.subject).toBe('[Hongyan] HY-2026-000123-7 a date has moved: Friday 16 October 2026, 17:30')
    expect(mail.text).toBe(
      [
        'Dear expert,',
        '',
        'A date of your appeal "School place" (HY-2026-000123-7) has moved.',
        '',
        'Promised limit',
        '',
        'Until now: Monday 12 October 2026, 17:30',
        '',
        'From now on: Friday 16 October 2026, 17:30',
        '',
        'Why: complex matter',
        '',
        'All limits as they are now:',
        '',
        '- Promised limit: Friday 16 October 2026, 17:30 (1 working day left, green)',
        '',
        'Open the appeal: https://hongyan.example/appeals/HY-2026-000123-7',
        '',
        '-- ',
        'Hongyan · Services for Experts',
        'This mail was sent by the system; please do not reply to it. Sign in to see the details.',
        '',
      ].join('\n'),
    )
  })

  it('the call for materials names all of them and the last day, which ends at midnight', () => {
    const params = bareParams({
      materials: [
        { zh: '居住证明', en: 'Proof of residence' },
        { zh: '学籍证明', en: 'School record' },
      ],
      dues: [
        { clock: 'promised', at: null, provisional: false, colour: 'green', remaining: { amount: 7, unit: 'working-days' } },
        { clock: 'cure', at: END_OF_SUNDAY, provisional: false, colour: 'green', remaining: { amount: 5, unit: 'working-days' } },
      ],
      textId: 'a text',
    })
    const mail = mailOf({ kind: 'materials-wanted', params, text: '请盖章。', person: ZH })
    expect(mail.subject).toBe('【鸿雁】HY-2026-000123-7 请于 2026年10月18日（星期日）24:00 前补充材料')
    expect(mail.text).toContain('1. 居住证明\n2. 学籍证明\n\n> 请盖章。\n\n请在 2026年10月18日（星期日）24:00 前补齐。')
    expect(mail.text).toContain('- 承诺时限：已中止计时，恢复后另行告知（剩余 7 个工作日，绿灯）\n')
    expect(mail.text).toContain('怎样补充：打开下方链接，选择“补充材料”')
  })

  it('a late appeal is told with an apology, the date that passed and the new one', () => {
    const params = bareParams({
      dues: [{ clock: 'promised', at: MONDAY_CLOSE, provisional: false, colour: 'red', remaining: { amount: 0, unit: 'working-days' } }],
      moved: { clock: 'promised', from: MONDAY_CLOSE, to: FRIDAY_CLOSE, why: { zh: '未按期办结', en: 'not finished in time' } },
    })
    const zh = mailOf({ kind: 'late', params, person: ZH })
    expect(zh.text).toContain('这是我们的责任，我们向您道歉。')
    expect(zh.text).toContain('承诺时限原定 2026年10月12日（星期一）17:30，新的日期为 2026年10月16日（星期五）17:30。')
    expect(zh.text).toContain('- 承诺时限：2026年10月12日（星期一）17:30（已超期，红灯）')
    const en = mailOf({ kind: 'late', params })
    expect(en.text).toContain('The delay is ours, and we apologise for it.')
    expect(en.text).toContain('Promised limit: it was Monday 12 October 2026, 17:30. The new date is Friday 16 October 2026, 17:30.')
    expect(en.text).toContain('- Promised limit: Monday 12 October 2026, 17:30 (overdue, red)')
  })

  it('a late appeal without a new date yet promises to tell it', () => {
    const params = bareParams({ moved: { clock: 'promised', from: MONDAY_CLOSE, to: null, why: { zh: '', en: '' } } })
    expect(mailOf({ kind: 'late', params }).text).toContain(
      'it was Monday 12 October 2026, 17:30. We will tell you the new date as soon as it is known.',
    )
  })

  it('a date that rests on holidays not yet announced says that it is provisional', () => {
    const params = bareParams({ dues: [{ clock: 'legal', at: FRIDAY_CLOSE, provisional: true, colour: 'green', remaining: null }] })
    expect(mailOf({ params }).text).toContain(
      '- Legal limit: Friday 16 October 2026, 17:30 (provisional: the holidays of that year are not announced yet) (green)',
    )
    expect(mailOf({ params, person: ZH }).text).toContain(
      '- 法定时限：2026年10月16日（星期五）17:30（暂定：所涉年度的放假安排尚未公布）（绿灯）',
    )
  })

  it('a refusal to accept names the office that is in charge and carries the reply', () => {
    const params = bareParams({
      outcome: { zh: '不予受理', en: 'not accepted' },
      officeInChargeTextId: 'another text',
      textId: 'a text',
    })
    const mail = mailOf({
      kind: 'closed',
      params,
      text: 'Please turn to the bureau.\n\nWe told them of you.',
      officeInCharge: 'City Education Bureau',
    })
    expect(mail.subject).toBe('[Hongyan] HY-2026-000123-7 closed: not accepted')
    expect(mail.text).toContain(
      'The office in charge of this matter is: City Education Bureau. Please turn to it.\n\n> Please turn to the bureau.\n>\n> We told them of you.\n\nDuring the call-back period',
    )
  })

  it('a refusal to accept names the office in charge in Chinese, too', () => {
    const params = bareParams({ outcome: { zh: '不予受理', en: 'not accepted' }, officeInChargeTextId: 'a text' })
    expect(mailOf({ kind: 'closed', params, officeInCharge: '市教育局', person: ZH }).text).toContain(
      '此事由“市教育局”主管，请向该单位提出。',
    )
  })

  it('a free text is shown only where the notice names one', () => {
    const mail = mailOf({ kind: 'closed', params: bareParams({ textId: null }), text: 'an internal note', officeInCharge: 'an office' })
    expect(mail.text + mail.html).not.toContain('an internal note')
    expect(mail.text + mail.html).not.toContain('an office')
  })

  it('a sign-in code stands alone in its mail and not in the link', () => {
    const mail = mailOf({ caseId: null, kind: SIGN_IN_CODE, params: { code: '482913', minutes: 10 } })
    expect(mail.subject).toBe('[Hongyan] your sign-in code 482913')
    expect(mail.text).toContain('\n\n482913\n\nIt is valid for 10 minutes and works once.')
    expect(mail.text).toContain('https://hongyan.example/sign-in\n')
    expect(mail.inReplyTo).toBeNull()
  })

  it.each(LANGUAGES.flatMap((language) => MAIL_KINDS.map((kind) => [language, kind] as const)))(
    'the mail in %s of kind %s leaves no gap, whatever the notice knows',
    (language, kind) => {
      for (const about of [bareParams(), fullParams()]) {
        const params = kind === SIGN_IN_CODE ? { code: '482913', minutes: 10 } : about
        const { subject, text, html } = mailOf({
          kind,
          params,
          text: 'words',
          windowName: about.window === null ? null : RECEPTION,
          person: { ...ZH, language },
        })
        for (const part of [subject, text, html]) {
          expect(part).not.toMatch(/\{\{|\}\}|\bnull\b|undefined|\[object|“”|""|（）|\(\)/)
        }
        expect(subject).not.toMatch(/\s\s|\s$|\n/)
        expect(text).not.toMatch(/\n{3,}|[^-] \n/)
        expect(html.match(/href="/g)).toHaveLength(1)
        expect(html).not.toMatch(/<p[^>]*><(table|ol|blockquote)|<(script|img|link|form)/)
        expect(language === 'zh' ? subject.startsWith('【鸿雁】') : subject.startsWith('[Hongyan] ')).toBe(true)
      }
    },
  )
})
