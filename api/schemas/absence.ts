import { z } from 'zod'
import { localDate, uuid } from './input.ts'

/** Days of case time, both included, on which a substitute acts with the roles of somebody who is away. */
export const absenceSchema = z
  .object({ id: z.string(), staffId: z.string(), substituteId: z.string(), fromDay: z.string(), toDay: z.string() })
  .meta({ id: 'Absence' })

export const newAbsence = z.strictObject({ staffId: uuid, substituteId: uuid, fromDay: localDate, toDay: localDate })
export const absenceChange = z.strictObject({ toDay: localDate })
