import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined'
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined'
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined'
import QuestionCircleOutlined from '@ant-design/icons/QuestionCircleOutlined'
import SendOutlined from '@ant-design/icons/SendOutlined'
import type { ReactNode } from 'react'
import type { MailState } from '../../../domain/notices/delivery-words.ts'
import type { CaseMail } from '../../http/shapes/case.ts'
import { momentWords } from '../parts/due-words.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { Fold } from './fold.tsx'
import { texts } from './texts.ts'

const SIGNS: Readonly<Record<MailState, ReactNode>> = {
  queued: <ClockCircleOutlined />,
  sending: <SendOutlined />,
  accepted: <CheckCircleOutlined />,
  uncertain: <QuestionCircleOutlined />,
  failed: <CloseCircleOutlined />,
}

/** So many of the newest are shown at once. */
const NEWEST = 8

/** The mails about the appeal, newest first, with where their delivery stands. */
export function Mails({ mails }: { readonly mails: readonly CaseMail[] }): ReactNode {
  const t = useTexts(texts)
  if (mails.length === 0) return <p>{t.noMails}</p>
  const newest = mails.toReversed()
  return (
    <>
      <MailTable mails={newest.slice(0, NEWEST)} name={t.newestMails} />
      {newest.length > NEWEST && (
        <Fold title={t.earlierMails(newest.length - NEWEST)}>
          <MailTable mails={newest.slice(NEWEST)} name={t.earlierMails(newest.length - NEWEST)} />
        </Fold>
      )}
    </>
  )
}

function MailTable({ mails, name }: { readonly mails: readonly CaseMail[]; readonly name: string }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the arrow keys
    <section className="wide" aria-label={name} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            {[t.mailAt, t.mailWhat, t.mailTo, t.mailState].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <tr key={mail.id}>
              <td>{momentWords(mail.at)}</td>
              <td>{mail.name[language]}</td>
              <td>
                {mail.to.role[language]}
                {mail.to.name !== null && ` · ${mail.to.name}`}
              </td>
              <td className={`mail-${mail.status}`}>
                <span aria-hidden="true">{SIGNS[mail.status]}</span> {mail.text[language]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
