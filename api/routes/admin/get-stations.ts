import { z } from 'zod'
import { STATION_LEVELS } from '../../../domain/routing/directory.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing, textSchema } from '../../schemas/input.ts'

const stationSchema = z.object({
  code: z.string(),
  name: textSchema,
  level: z.enum(STATION_LEVELS),
  parent: z.string().nullable(),
  calendar: z.string(),
  fallbackWindow: z.string().meta({ description: 'the window that takes what no other takes' }),
})
const departmentSchema = z.object({
  code: z.string(),
  name: textSchema,
  functions: z.array(z.object({ code: z.string(), name: textSchema })),
})

/** Stations and departments as `catalog/departments.yaml` gives them. */
export const getStations = defineRoute({
  method: 'get',
  path: '/api/admin/stations',
  tag: 'administration',
  summary: { zh: '服务站和部门', en: 'Stations and departments' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 200: z.object({ stations: z.array(stationSchema), departments: z.array(departmentSchema) }) },
  handler: async ({ deps }) => {
    const { stations, departments } = await deps.offices()
    return answer(200, {
      stations: [...stations.values()],
      departments: [...departments.values()].map(({ functions, ...rest }) => ({ ...rest, functions: [...functions] })),
    })
  },
})
