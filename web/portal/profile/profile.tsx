/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { LANGUAGES, type Language } from '../../../domain/text.ts'
import { keepLanguage } from '../../texts/language-cookie.ts'
import { client } from '../client.ts'
import type { PageData } from '../page.ts'
import { Frame } from '../parts/frame.tsx'
import { Said } from '../parts/said.tsx'
import { texts } from './texts.ts'

const NAMES: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' }

export const loadProfile = (): Promise<null> => Promise.resolve(null)

/** Who one is, and the language one reads. */
export function Profile({ data }: { readonly data: PageData }): VNode {
  const t = texts[data.language]
  const [chosen, setChosen] = useState<Language>(data.person?.language ?? data.language)
  const [wrong, setWrong] = useState<string | null>(null)
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setWrong(null)
    try {
      await client(data.language).ask('PATCH', '/api/me', { body: { language: chosen } })
      keepLanguage(chosen)
      location.reload()
    } catch {
      setWrong(t.failed)
    }
  }
  return (
    <Frame data={data}>
      <h1>{t.title}</h1>
      <form class="card" onSubmit={(event) => void save(event)}>
        <p>
          {t.name}
          {data.language === 'zh' ? '：' : ': '}
          {data.person?.name}
        </p>
        <fieldset>
          <legend>{t.language}</legend>
          <p class="quiet">{t.languageHint}</p>
          {LANGUAGES.map((language) => (
            <label key={language} class="choice" lang={language === 'zh' ? 'zh-CN' : 'en'}>
              <input type="radio" name="language" checked={chosen === language} onChange={() => setChosen(language)} />
              {NAMES[language]}
            </label>
          ))}
        </fieldset>
        <Said sentence={wrong} />
        <button type="submit">{t.save}</button>
      </form>
    </Frame>
  )
}
