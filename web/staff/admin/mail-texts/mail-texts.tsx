import { useQuery } from '@tanstack/react-query'
import { Collapse, Select, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import type { MailTextKind } from '../../../http/shapes/administration.ts'
import { Failed } from '../../parts/failed.tsx'
import { client } from '../../shell/client.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { texts } from './texts.ts'

/** One kind of mail in both languages, as a reader would get it. */
export function MailTexts(): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['mail-texts'],
    queryFn: ({ signal }) => client.ask<{ kinds: readonly MailTextKind[] }>('GET', '/api/admin/mail-texts', { signal }),
  })
  if (data === undefined) return error === null ? <Spin /> : <Failed error={error} onRetry={() => void refetch()} />
  const kind = data.kinds.find((each) => each.kind === chosen) ?? data.kinds[0]
  if (kind === undefined) return null
  return (
    <>
      <h1>{t.title}</h1>
      <p>{t.hint}</p>
      <Select
        aria-label={t.kind}
        value={kind.kind}
        onChange={setChosen}
        popupMatchSelectWidth={false}
        options={data.kinds.map((each) => ({ value: each.kind, label: `${each.name[language]} · ${t[each.reader]}` }))}
      />
      <div className="admin-pair admin-block">
        {(['zh', 'en'] as const).map((each) => (
          <section key={each} lang={each === 'zh' ? 'zh-CN' : 'en'} aria-label={each === 'zh' ? t.chinese : t.english}>
            <h2>{each === 'zh' ? t.chinese : t.english}</h2>
            <p>
              {t.subject}: <strong>{kind[each].sample.subject}</strong>
            </p>
            <pre className="admin-mail">{kind[each].sample.text}</pre>
            <Collapse
              items={[
                {
                  key: 'template',
                  label: t.template,
                  children: <pre className="admin-mail">{`${kind[each].template.subject}\n\n${kind[each].template.body}`}</pre>,
                },
              ]}
            />
          </section>
        ))}
      </div>
    </>
  )
}
