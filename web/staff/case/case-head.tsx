import PrinterOutlined from '@ant-design/icons/PrinterOutlined'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { CLOSE_RESULT_LABELS } from '../../../domain/case/status-sentence.ts'
import { caseNow } from '../../http/case-time.ts'
import type { CaseDetail } from '../../http/shapes/case.ts'
import type { StaffDue } from '../../http/shapes/task.ts'
import { DueBadge } from '../parts/due-badge.tsx'
import { momentWords } from '../parts/due-words.ts'
import { useLanguage, useTexts } from '../shell/language.tsx'
import { texts } from './texts.ts'

/** Number, state, who is accountable, and the three dates. */
export function CaseHead({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { expert, item, dues } = detail
  const result = detail.result === null ? null : CLOSE_RESULT_LABELS[detail.result][language]
  const hasAcceptance = detail.acceptedAt !== null || detail.clocks.some(({ kind }) => kind === 'acceptance')
  return (
    <header className="case-head">
      <p className="no-print">
        <Link href="/desk">{t.back}</Link>
      </p>
      <div className="case-title">
        <h1>{t.title(detail.number)}</h1>
        <DueBadge dues={dues} number={detail.number} />
        <Button className="no-print" icon={<PrinterOutlined />} onClick={() => print()}>
          {t.print}
        </Button>
      </div>
      <p className="case-sentence">
        <strong>{item.name[language]}</strong> · {t.expertReads(detail.statusText[language])}
      </p>
      <p className="print-only">{t.printedAt(momentWords(new Date(caseNow()).toISOString()))}</p>
      <dl className="case-facts">
        <Fact name={t.accountable} value={detail.windowName?.[language] ?? t.none} />
        <Fact name={t.stage} value={detail.stageName?.[language] ?? t.none} />
        <Fact name={t.expert} value={`${expert.name ?? t.unknownExpert} · ${t.tier(expert.tier)}`} />
        <Fact name={t.item} value={`${item.name[language]} · ${t.version(item.version)}`} />
        <Fact name={t.received} value={momentWords(detail.receivedAt)} />
        {hasAcceptance && <Fact name={t.accepted} value={detail.acceptedAt === null ? t.notYet : momentWords(detail.acceptedAt)} />}
        {detail.closedAt !== null && <Fact name={t.closed} value={momentWords(detail.closedAt)} />}
        {result !== null && <Fact name={t.result} value={result} />}
        {detail.officeInCharge !== null && <Fact name={t.officeInCharge} value={detail.officeInCharge} />}
      </dl>
      <dl className="case-facts case-dates" aria-label={t.dates}>
        <Limit name={t.legal} due={dues.legal} />
        <Limit name={t.promised} due={dues.promised} />
        <Limit name={t.stageLimit} due={dues.stage} />
      </dl>
    </header>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Limit({ name, due }: { readonly name: string; readonly due: StaffDue | null }): ReactNode {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <div className={due === null ? '' : `limit-${due.colour}`}>
      <dt>{name}</dt>
      <dd>{due === null ? t.noLimit : due.text[language]}</dd>
    </div>
  )
}
