import type { z } from 'zod'
import type { Amount } from '../../domain/clocks/types.ts'
import { budgetsOf } from '../../domain/routing/check-ladder.ts'
import { type ClockEffect, EFFECT_LABELS, EXPIRING_KINDS, type ExpiringKind, effectOf } from '../../domain/routing/expiry.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import type { Text } from '../../domain/text.ts'
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
    expiry: EXPIRING_KINDS.filter((clock) => hasClock(item, clock)).map((clock) => ({ clock, ...meaning(effectOf(item, clock)) })),
    stages: item.stages.map((stage) => ({
      code: stage.code,
      name: stage.name,
      purpose: stage.purpose,
      workingLimit: amountOf(stage.workingLimit),
      expiry: meaning(stage.onExpiry),
      outcomes: stage.outcomes.map((outcome) => ({ code: outcome.code, name: outcome.name })),
    })),
  }
}

/** A clock that the item never starts has no expiry to speak of. */
function hasClock(item: ServiceItem, clock: ExpiringKind): boolean {
  return clock === 'aftercare' || budgetsOf(item, clock).length > 0
}

function meaning(effect: ClockEffect): { effect: ClockEffect; meaning: Text } {
  return { effect, meaning: EFFECT_LABELS[effect] }
}

function amountOf({ amount, unit }: Amount): { amount: number; unit: Amount['unit'] } {
  return { amount, unit }
}
