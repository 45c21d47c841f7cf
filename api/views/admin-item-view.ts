import type { z } from 'zod'
import type { Offices } from '../../catalog/loader/catalog.ts'
import { ruleText } from '../../domain/case/rung-words.ts'
import { CLOSE_RESULT_LABELS } from '../../domain/case/status-sentence.ts'
import { DUE_LABELS } from '../../domain/notices/labels.ts'
import type { WindowSpec } from '../../domain/routing/directory.ts'
import type { Rung, ServiceItem, Stage, Target } from '../../domain/routing/item.ts'
import type { Text } from '../../domain/text.ts'
import type { routedItemSchema, rungSchema, windowSpecSchema } from '../schemas/admin-item.ts'
import { itemView } from './item-view.ts'

type Lead = z.input<typeof routedItemSchema>['route'][number]['outcomes'][number]['leadsTo'][number]

const LEVEL_NAMES: Readonly<Record<WindowSpec['level'], Text>> = {
  own: { zh: '所属站', en: "the expert's own station" },
  city: { zh: '市级', en: 'the city' },
  province: { zh: '省级', en: 'the province' },
}
const ASKED: Text = { zh: '询问专家，环节不变', en: 'the expert is asked, the stage stays' }

/** An item with its route through the windows and its ladder, in words of both languages. */
export function routedItemView(item: ServiceItem, offices: Offices): z.input<typeof routedItemSchema> {
  const names = new Map(item.stages.map((stage) => [stage.code, stage.name]))
  return {
    ...itemView(item),
    start: item.start,
    route: item.stages.map((stage) => ({
      code: stage.code,
      name: stage.name,
      statusText: stage.statusText,
      window: windowOf(stage.window, offices),
      signLimit: stage.signLimit,
      workingLimit: stage.workingLimit,
      returnLimit: stage.returnLimit,
      coHandlers: stage.coHandlers.map(({ window, when, limit }) => ({ window: windowOf(window, offices), when: when ?? null, limit })),
      outcomes: outcomesOf(stage, names),
    })),
    ladder: item.ladder.map(rungView),
  }
}

/** A rung as a sentence. */
export function rungView(rung: Rung): z.input<typeof rungSchema> {
  return { code: rung.code, clock: rung.clock, clockName: DUE_LABELS[rung.clock], rule: ruleText(rung, rung.actions) }
}

function outcomesOf({ outcomes }: Stage, names: ReadonlyMap<string, Text>) {
  return outcomes.map(({ code, name, accepts, leadsTo }) => ({
    code,
    name,
    accepts,
    leadsTo: leadsTo.map(({ when, target }) => leadOf(when ?? null, target, names)),
  }))
}

function leadOf(when: string | null, target: Target, names: ReadonlyMap<string, Text>): Lead {
  switch (target.kind) {
    case 'stage':
      return {
        when,
        to: 'stage',
        stage: target.stage,
        result: null,
        name: names.get(target.stage) ?? { zh: target.stage, en: target.stage },
      }
    case 'close':
      return { when, to: 'close', stage: null, result: target.result, name: CLOSE_RESULT_LABELS[target.result] }
    case 'ask-expert':
      return { when, to: 'ask-expert', stage: null, result: null, name: ASKED }
  }
}

function windowOf(spec: WindowSpec, { departments }: Offices): z.input<typeof windowSpecSchema> {
  const department = departments.get(spec.department)
  const duty = department?.functions.find(({ code }) => code === spec.function)
  const level = LEVEL_NAMES[spec.level]
  return {
    ...spec,
    name: {
      zh: `${department?.name.zh ?? spec.department} · ${duty?.name.zh ?? spec.function}（${level.zh}）`,
      en: `${department?.name.en ?? spec.department} · ${duty?.name.en ?? spec.function} (${level.en})`,
    },
  }
}
