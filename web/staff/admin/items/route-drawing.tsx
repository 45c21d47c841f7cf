import type { ReactNode } from 'react'
import { CLOSE_RESULT_LABELS } from '../../../../domain/case/status-sentence.ts'
import { CLOSE_RESULTS } from '../../../../domain/routing/item.ts'
import type { RoutedItem } from '../../../http/shapes/admin-item.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { type Arrow, BOX, type Box, routeDrawing } from './route-layout.ts'
import { texts } from './texts.ts'

const MOST_LETTERS = { zh: 9, en: 19 } as const
const MOST_ON_ARROW = { zh: 7, en: 15 } as const
const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

/** Stages and ends as boxes, outcomes as arrows; the way back is dashed. */
export function RouteDrawing({ item }: { readonly item: RoutedItem }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const { boxes, arrows, width, height } = routeDrawing(item.start, item.route)
  const placed = new Map(boxes.map((box) => [box.code, box]))
  const stages = new Map(item.route.map((stage) => [stage.code, stage]))
  const label = ({ from, outcomes }: Arrow): string =>
    outcomes.map((code) => stages.get(from)?.outcomes.find((outcome) => outcome.code === code)?.name[language] ?? code).join(' / ')
  const nameOf = (code: string): string => {
    const result = CLOSE_RESULTS.find((each) => `end:${each}` === code)
    return result === undefined ? (stages.get(code)?.name[language] ?? code) : CLOSE_RESULT_LABELS[result][language]
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the arrow keys
    <section className="route" aria-label={t.routeDrawn} tabIndex={0}>
      <svg width={width} height={height} role="img" aria-label={t.routeDrawn}>
        <defs>
          <marker id="route-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse">
            <path d="M0 0 L8 4 L0 8 z" />
          </marker>
        </defs>
        {arrows.map((arrow) => {
          const [from, to] = [placed.get(arrow.from), placed.get(arrow.to)]
          if (from === undefined || to === undefined) return null
          const { d, x, y } = curve(from, to, arrow.isBack)
          return (
            <g key={`${arrow.from} ${arrow.to}`}>
              <path d={d} className={arrow.isBack ? 'route-back' : ''} markerEnd="url(#route-tip)" />
              <text className="route-label" x={x} y={y} textAnchor="middle">
                {short(label(arrow), MOST_ON_ARROW[language])}
                <title>{label(arrow)}</title>
              </text>
            </g>
          )
        })}
        {boxes.map((box) => (
          <g key={box.code}>
            <rect x={box.x} y={box.y} width={BOX.width} height={BOX.height} rx={8} className={box.kind === 'end' ? 'route-end' : ''} />
            <text x={box.x + BOX.width / 2} y={box.y + BOX.height / 2 + 5} textAnchor="middle">
              {short(nameOf(box.code), MOST_LETTERS[language])}
              <title>{nameOf(box.code)}</title>
            </text>
          </g>
        ))}
      </svg>
    </section>
  )
}

/** The line of an arrow and the place of its words: forward from side to side, back below the boxes. */
function curve(from: Box, to: Box, isBack: boolean): { readonly d: string; readonly x: number; readonly y: number } {
  if (isBack) {
    const [x1, x2] = [from.x + BOX.width / 2, to.x + BOX.width / 2 + (from.code === to.code ? 30 : 0)]
    const [y1, y2] = [from.y + BOX.height, to.y + BOX.height]
    const low = Math.max(y1, y2) + 36
    return { d: `M${x1} ${y1} C${x1} ${low} ${x2} ${low} ${x2} ${y2 + 2}`, x: (x1 + x2) / 2, y: low }
  }
  const [x1, y1] = [from.x + BOX.width, from.y + BOX.height / 2]
  const [x2, y2] = [to.x - 2, to.y + BOX.height / 2]
  const bend = Math.min(80, (x2 - x1) / 2)
  // Where a box lies between, the line runs below it.
  const isFar = x2 - x1 > BOX.width
  const low = isFar ? Math.max(y1, y2) + BOX.height + 40 : (y1 + y2) / 2
  const d = isFar
    ? `M${x1} ${y1} C${x1 + bend} ${low} ${x2 - bend * 2} ${low} ${x2} ${y2}`
    : `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
  return { d, x: (x1 + x2) / 2, y: (isFar ? (low * 3 + (y1 + y2) / 2) / 4 : low) - 5 }
}
