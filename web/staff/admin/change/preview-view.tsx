import { Descriptions } from 'antd'
import type { ReactNode } from 'react'
import { AdminTable } from '../admin-table.tsx'
import { amountWords } from '../../../../domain/clocks/date-words.ts'
import { DUE_LABELS } from '../../../../domain/notices/labels.ts'
import type { ChangePreview } from '../../../http/shapes/change.ts'
import { momentWords } from '../../parts/due-words.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { texts } from './texts.ts'

const CLOCKS = Object.keys(DUE_LABELS).filter((kind): kind is keyof typeof DUE_LABELS => kind in DUE_LABELS)

/** Who gains and who loses days, how many, which appeals change colour, and the first of them by name. */
export function PreviewView({ preview }: { readonly preview: ChangePreview }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const clockWords = (kind: string): string => {
    const known = CLOCKS.find((each) => each === kind)
    return known === undefined ? t.aftercare : DUE_LABELS[known][language]
  }
  const when = (at: string | null): string => (at === null ? t.none : momentWords(at))
  const rows = preview.first.flatMap(({ number, clocks, refusal }) =>
    refusal === null
      ? clocks.map((clock) => ({
          key: `${number} ${clock.id}`,
          number,
          what: clockWords(clock.kind),
          from: when(clock.dueBefore),
          to: when(clock.dueAfter),
        }))
      : [{ key: number, number, what: refusal.text[language], from: '', to: '' }],
  )
  return (
    <section aria-live="polite" className="admin-block">
      <h3>{t.previewTitle(preview.target, preview.version)}</h3>
      <Descriptions
        size="small"
        bordered
        column={{ xs: 1, sm: 2, md: 3 }}
        items={[
          { key: 'appeals', label: t.appeals, children: preview.appeals },
          { key: 'gaining', label: t.gaining, children: preview.gaining },
          { key: 'losing', label: t.losing, children: preview.losing },
          { key: 'changing', label: t.changing, children: preview.changing },
          { key: 'clocks', label: t.clocksMoved, children: preview.clocksMoved },
          { key: 'refused', label: t.refusedAppeals, children: preview.refused },
          { key: 'brings', label: t.brings, children: preview.brings.map((each) => `${each.id} ${each.version}`).join('，') },
        ]}
      />
      {preview.clocksMoved === 0 && <p>{t.nothingMoves}</p>}
      <ul>
        {preview.shifts.map((shift) => (
          <li key={`${shift.moved} ${shift.amount} ${shift.unit}`}>
            {t.shift(shift.moved, amountWords(shift.amount, shift.unit, language), shift.clocks)}
          </li>
        ))}
        {preview.colours.map(({ from, to, appeals }) => (
          <li key={`${from} ${to}`}>{t.colour(t[from], t[to], appeals)}</li>
        ))}
      </ul>
      {rows.length > 0 && (
        <AdminTable
          size="small"
          label={t.first}
          title={() => t.first}
          pagination={false}
          dataSource={rows}
          columns={[
            { title: t.number, dataIndex: 'number' },
            { title: t.clock, dataIndex: 'what' },
            { title: t.from, dataIndex: 'from' },
            { title: t.to, dataIndex: 'to' },
          ]}
        />
      )}
    </section>
  )
}
