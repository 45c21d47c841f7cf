import { z } from 'zod'
import { STATION_LEVELS } from '../../../domain/routing/directory.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing, textSchema } from '../../schemas/input.ts'

const named = z.object({ code: z.string(), name: textSchema })

/** Departments, stations and open windows with their names: what a person picks from when referring or reassigning. */
export const getOffices = defineRoute({
  method: 'get',
  path: '/api/offices',
  tag: 'offices',
  summary: { zh: '部门、服务站和窗口', en: 'Departments, stations and windows' },
  allow: 'signed-in',
  audit: 'public',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: {
    200: z.object({
      departments: z.array(named),
      stations: z.array(named.extend({ level: z.enum(STATION_LEVELS), parent: z.string().nullable() })),
      windows: z.array(named.extend({ department: z.string(), function: z.string(), station: z.string() })),
    }),
  },
  handler: async ({ deps }) => {
    const offices = await deps.offices()
    return answer(200, {
      departments: [...offices.departments.values()].map(({ code, name }) => ({ code, name })),
      stations: [...offices.stations.values()].map(({ code, name, level, parent }) => ({ code, name, level, parent })),
      windows: [...offices.windows.values()].map(({ code, name, department, function: duty, station }) => ({
        code,
        name,
        department,
        function: duty,
        station,
      })),
    })
  },
})
