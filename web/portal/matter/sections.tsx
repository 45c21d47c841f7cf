/** @jsxImportSource preact */
import type { VNode } from 'preact'
import type { Language } from '../../../domain/text.ts'
import type { FormAnswer } from '../../http/shapes/appeal.ts'
import { whenWords } from '../parts/when.ts'
import type { Matter } from './load.ts'
import { storyOf } from './story.ts'
import { texts } from './texts.ts'

interface Props {
  readonly matter: Matter
  readonly language: Language
}

/** What has happened, newest first, with what was written. */
export function Story({ matter, language }: Props): VNode {
  const t = texts[language]
  return (
    <section class="card" aria-labelledby="story">
      <h2 id="story">{t.story}</h2>
      <ol class="story" reversed>
        {storyOf(matter.events).map((line) => (
          <li key={line.seq} class={line.isOwn ? 'own' : ''}>
            <p class="quiet">
              <time dateTime={line.at}>{whenWords(line.at, language)}</time>
            </p>
            <p class="capital">{line.sentence[language]}</p>
            {line.words.map((words) => (
              <blockquote key={words}>{words}</blockquote>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Every paper with its state and its files. */
export function Papers({ matter, language }: Props): VNode | null {
  const t = texts[language]
  const { materials } = matter.appeal
  if (materials.length === 0) return null
  return (
    <section class="card" aria-labelledby="papers">
      <h2 id="papers">{t.papers}</h2>
      <dl>
        {materials.map((material) => (
          <div key={material.code}>
            <dt>{material.name[language]}</dt>
            <dd>
              {t.paperState[material.state]}
              {(material.files ?? []).map((file) => (
                <p key={file.id}>
                  <a href={`/api/files/${file.id}`}>{file.name}</a>
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Whom to turn to: the window, the liaison officer, the leader. */
export function ContactCard({ matter, language }: Props): VNode {
  const t = texts[language]
  const { window, station, liaison, leaderContact } = matter.contacts
  return (
    <section class="card" aria-labelledby="contacts">
      <h2 id="contacts">{t.contacts}</h2>
      <dl>
        <dt>{t.window}</dt>
        <dd>{window?.name[language] ?? t.nobody}</dd>
        <dt>{t.station}</dt>
        <dd>{station.name[language]}</dd>
        {liaison !== null && (
          <>
            <dt>{t.liaison}</dt>
            <dd>
              {liaison.name} <a href={`mailto:${liaison.email}`}>{liaison.email}</a>
            </dd>
          </>
        )}
        {leaderContact !== null && (
          <>
            <dt>{t.leader}</dt>
            <dd>{leaderContact.name}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

/** What was filed. */
export function FiledForm({ matter, language }: Props): VNode {
  const t = texts[language]
  return (
    <details class="card">
      <summary>{t.filedForm}</summary>
      <dl>
        {matter.appeal.form.map((answer) => (
          <div key={answer.code}>
            <dt>{answer.label[language]}</dt>
            <dd>{shown(answer, language)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function shown(answer: FormAnswer, language: Language): string {
  if (answer.withheld) return texts[language].withheld
  return answer.text?.[language] ?? String(answer.value ?? '')
}

/** Mails to the expert about the matter, and where their delivery stands. */
export function Mails({ matter, language }: Props): VNode | null {
  const t = texts[language]
  if (matter.mails.length === 0) return null
  return (
    <details class="card">
      <summary>
        {t.mails} ({matter.mails.length})
      </summary>
      <ul class="plain-list">
        {matter.mails.map((mail) => (
          <li key={mail.id}>
            <p class="quiet">{whenWords(mail.at, language)}</p>
            <p class="capital">
              {mail.name[language]}
              {language === 'zh' ? '：' : ': '}
              {mail.text[language]}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
