import type { z } from 'zod'
import type { Amount } from '../../domain/clocks/types.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import type { itemSchema, itemSummarySchema } from '../schemas/item.ts'

export function itemSummary(item: ServiceItem): z.input<typeof itemSummarySchema> {
  return { code: item.code, version: item.version, name: item.name, summary: item.summary }
}

/** The public side of a service item; routing and ladders stay with the offices. */
export function itemView(item: ServiceItem): z.input<typeof itemSchema> {
  const { acceptance, legal, promised, cure, answer, aftercare } = item.limits
  return {
    ...itemSummary(item),
    legalBasis: item.legalBasis,
    form: item.form.map(({ fact: _fact, options, ...field }) => ({
      ...field,
      ...(options === undefined ? {} : { options: [...options] }),
    })),
    materials: item.materials.map((material) => ({ ...material })),
    limits: {
      acceptance: acceptance === null ? null : amountOf(acceptance),
      legal: legal === null ? null : amountOf(legal),
      promised: { A: amountOf(promised.A), B: amountOf(promised.B), C: amountOf(promised.C) },
      cure: amountOf(cure),
      answer: amountOf(answer),
      aftercare: amountOf(aftercare),
    },
    stages: item.stages.map((stage) => ({
      code: stage.code,
      name: stage.name,
      purpose: stage.purpose,
      workingLimit: amountOf(stage.workingLimit),
      outcomes: stage.outcomes.map((outcome) => ({ code: outcome.code, name: outcome.name })),
    })),
  }
}

function amountOf({ amount, unit }: Amount): { amount: number; unit: Amount['unit'] } {
  return { amount, unit }
}
