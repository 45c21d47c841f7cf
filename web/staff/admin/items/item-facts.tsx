import { Descriptions } from 'antd'
import type { ReactNode } from 'react'
import { AdminTable } from '../admin-table.tsx'
import { amountWords } from '../../../../domain/clocks/date-words.ts'
import type { Amount } from '../../../../domain/clocks/types.ts'
import type { LadderRung, RoutedItem } from '../../../http/shapes/admin-item.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { texts } from './texts.ts'

/** Limits, papers and legal basis of an item. */
export function ItemFacts({ item }: { readonly item: RoutedItem }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const words = (limit: Amount | null): string => (limit === null ? t.noLimit : amountWords(limit.amount, limit.unit, language))
  const { acceptance, legal, promised, cure, answer, aftercare } = item.limits
  return (
    <Descriptions
      size="small"
      bordered
      column={{ xs: 1, sm: 2, lg: 3 }}
      items={[
        { key: 'acceptance', label: t.acceptance, children: words(acceptance) },
        { key: 'legal', label: t.legal, children: words(legal) },
        ...Object.entries(promised).map(([tier, limit]) => ({ key: tier, label: t.promised(tier), children: words(limit) })),
        { key: 'cure', label: t.cure, children: words(cure) },
        { key: 'answer', label: t.answer, children: words(answer) },
        { key: 'aftercare', label: t.aftercare, children: words(aftercare) },
        {
          key: 'materials',
          label: t.materials,
          span: 'filled',
          children: item.materials
            .map(
              (each) => `${each.name[language]} (${each.required ? t.required : t.optional}${each.deferrable ? `, ${t.deferrable}` : ''})`,
            )
            .join('; '),
        },
        { key: 'basis', label: t.basis, span: 'filled', children: item.legalBasis[language] },
      ]}
    />
  )
}

/** What each rung of a ladder does and when. */
export function Rungs({ rungs }: { readonly rungs: readonly LadderRung[] }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  return (
    <AdminTable<LadderRung>
      rowKey="code"
      size="small"
      pagination={false}
      label={t.ladder}
      dataSource={rungs}
      columns={[
        { title: t.clock, render: (_, rung) => rung.clockName[language] },
        { title: t.rule, render: (_, rung) => rung.rule[language] },
        { title: t.code, dataIndex: 'code' },
      ]}
    />
  )
}
