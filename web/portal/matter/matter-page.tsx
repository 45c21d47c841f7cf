/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { PageData } from '../page.ts'
import { Frame } from '../parts/frame.tsx'
import { useContent } from '../parts/use-content.ts'
import { whenWords } from '../parts/when.ts'
import { AskedSection } from './asked-section.tsx'
import { Dates } from './dates.tsx'
import { loadMatter, type Matter } from './load.ts'
import { MoreActs } from './more-acts.tsx'
import { ContactCard, FiledForm, Mails, Papers, Story } from './sections.tsx'
import { texts } from './texts.ts'

export function matterTitle({ content, language }: PageData): string {
  const { item, number } = (content as Matter).appeal
  return `${item.name[language]} ${number}`
}

/** One matter: where it stands, what is asked of the expert, its dates, and what has happened. */
export function MatterPage({ data }: { readonly data: PageData }): VNode {
  const { language } = data
  const t = texts[language]
  const { content: matter, reload } = useContent<Matter>(data, loadMatter)
  const [said, setSaid] = useState(matter.isNew ? t.filed : '')
  const status = useRef<HTMLParagraphElement>(null)
  const { appeal } = matter
  const done = async (): Promise<void> => {
    await reload()
    setSaid(t.done)
    status.current?.focus()
  }
  const words = appeal.messages.filter((message) => message.from === 'staff' && message.kind !== 'question').at(-1)
  const shared = { matter, language }
  return (
    <Frame data={data}>
      <p>
        <a href="/my">‹ {t.back}</a>
      </p>
      <h1>{appeal.item.name[language]}</h1>
      <p class="quiet">{appeal.number}</p>
      <p ref={status} tabIndex={-1} role="status" class={said === '' ? '' : 'good'}>
        {said !== '' && `✓ ${said}`}
      </p>
      <p class="lead">{appeal.statusText[language]}</p>
      <AskedSection appeal={appeal} language={language} onDone={done} />
      {words !== undefined && (
        <section class="card" aria-labelledby="latest">
          <h2 id="latest">{t.latest}</h2>
          <p class="quiet">{whenWords(words.at, language)}</p>
          <blockquote>{words.text}</blockquote>
        </section>
      )}
      {appeal.rating !== null && <p>{t.rated(appeal.rating)}</p>}
      <Dates dues={appeal.dues} clocks={matter.clocks} language={language} />
      <Papers {...shared} />
      <ContactCard {...shared} />
      <Story {...shared} />
      <FiledForm {...shared} />
      <Mails {...shared} />
      <MoreActs appeal={appeal} language={language} onDone={done} />
    </Frame>
  )
}
