/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { fieldErrorsOf } from '../../http/field-errors.ts'
import type { Draft, Item } from '../../http/shapes/item.ts'
import type { PageData, PageRequest } from '../page.ts'
import { Frame } from '../parts/frame.tsx'
import { Said } from '../parts/said.tsx'
import { usePress } from '../parts/use-press.ts'
import { AboutItem } from './about-item.tsx'
import { answersOf, filingOf } from './answers.ts'
import { atOurFields, checkForm, checkPapers, type Errors } from './check.ts'
import { DraftLine } from './draft-line.tsx'
import { Duplicate } from './duplicate.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FormStep, PapersStep } from './steps.tsx'
import { Review } from './review.tsx'
import { texts } from './texts.ts'
import { useDraft } from './use-draft.ts'

interface Content {
  readonly item: Item
  readonly draft: Draft | null
}

export async function loadFilePage({ ask, url }: PageRequest): Promise<Content> {
  const code = new URL(url, 'http://site').pathname.split('/')[3] ?? ''
  const [item, { drafts }] = await Promise.all([ask<Item>(`/api/items/${code}`), ask<{ drafts: readonly Draft[] }>('/api/drafts')])
  return { item, draft: drafts.find((draft) => draft.item === item.code) ?? null }
}

export function fileTitle({ content, language }: PageData): string {
  return (content as Content).item.name[language]
}

const NONE: Errors = new Map()
const STEPS = ['stepForm', 'stepPapers', 'stepCheck'] as const

/** Filing in three steps: answers, papers, a look at all of it; kept as a draft all the time. */
export function FilePage({ data }: { readonly data: PageData }): VNode {
  const { language } = data
  const t = texts[language]
  const { item, draft } = data.content as Content
  const [answers, setAnswers] = useState(() => answersOf(item, draft))
  const [step, setStep] = useState<0 | 1 | 2>(0)
  const [errors, setErrors] = useState<Errors>(NONE)
  const [isOver, setOver] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const shownStep = useRef(step)
  const saved = useDraft({ language, item: item.code, answers, savedAt: draft?.savedAt ?? null, isOn: !isOver })
  useEffect(() => {
    if (shownStep.current !== step && errors.size === 0) heading.current?.focus()
    shownStep.current = step
  })
  const press = usePress<{ number: string }>({
    language,
    path: '/api/appeals',
    onDone: ({ number }) => {
      setOver(true)
      location.assign(`/my/appeals/${number}?filed=1`)
    },
  })
  const go = (to: 0 | 1 | 2): void => {
    const found = to > step ? (step === 0 ? checkForm : checkPapers)(item, answers, language) : NONE
    setErrors(found)
    press.forget()
    if (found.size === 0) setStep(to)
  }
  const send = async (confirmed: boolean): Promise<void> => {
    const here = new Map([...checkForm(item, answers, language), ...checkPapers(item, answers, language)])
    if (here.size > 0) return show(here)
    const filing = filingOf(item, answers, confirmed)
    const refused = await press.send(filing)
    if (refused === null) return
    const ours = [...atOurFields(fieldErrorsOf(refused, language), filing.materials)].filter(([field]) => /^(form|materials)\./.test(field))
    if (ours.length > 0) show(new Map(ours))
  }
  const show = (found: Errors): void => {
    setErrors(found)
    setStep([...found.keys()].some((field) => field.startsWith('form.')) ? 0 : 1)
  }
  const duplicate = press.problem?.code === 'duplicate-appeal' ? press.problem : null
  return (
    <Frame data={data}>
      <h1>{item.name[language]}</h1>
      <noscript>
        <p class="bad">{t.needsScripts}</p>
      </noscript>
      <AboutItem item={item} language={language} />
      <p class="quiet">{t.step(step + 1, STEPS.length)}</p>
      <h2 ref={heading} tabIndex={-1}>
        {t[STEPS[step]]}
      </h2>
      <DraftLine language={language} item={item.code} state={saved} onDiscarded={() => setOver(true)} />
      <ErrorSummary item={item} errors={errors} language={language} />
      {step === 0 && <FormStep item={item} answers={answers} errors={errors} language={language} onChange={setAnswers} />}
      {step === 1 && <PapersStep item={item} answers={answers} errors={errors} language={language} onChange={setAnswers} />}
      {step === 2 && <Review item={item} answers={answers} language={language} onChangeStep={go} />}
      {duplicate !== null ? (
        <Duplicate problem={duplicate} language={language} isSending={press.isSending} onConfirm={() => void send(true)} />
      ) : (
        <Said sentence={press.sentence} />
      )}
      <p class="row">
        {step > 0 && (
          <button type="button" class="plain" onClick={() => go(step === 2 ? 1 : 0)}>
            {t.back}
          </button>
        )}
        {step < 2 && (
          <button type="button" onClick={() => go(step === 0 ? 1 : 2)}>
            {t.next}
          </button>
        )}
        {step === 2 && duplicate === null && (
          <button type="button" disabled={press.isSending} onClick={() => void send(false)}>
            {press.isSending ? t.sending : t.send}
          </button>
        )}
      </p>
    </Frame>
  )
}
