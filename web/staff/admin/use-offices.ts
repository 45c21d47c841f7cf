import { useQuery } from '@tanstack/react-query'
import type { DepartmentRow, StationRow, WindowRow } from '../../http/shapes/administration.ts'
import { client } from '../shell/client.ts'
import { useLanguage } from '../shell/language.tsx'

export interface OfficesSeen {
  readonly windows: readonly WindowRow[]
  readonly stations: readonly StationRow[]
  readonly departments: readonly DepartmentRow[]
  readonly isPending: boolean
  readonly error: Error | null
  /** Readable name of a window's or a station's code; null for none. */
  placeName(code: string | null): string | null
  refetch(): void
}

/** Windows, stations and departments, closed windows too. */
export function useOffices(): OfficesSeen {
  const { language } = useLanguage()
  const windows = useQuery({
    queryKey: ['windows', 'admin'],
    queryFn: ({ signal }) => client.ask<{ windows: readonly WindowRow[] }>('GET', '/api/admin/windows', { signal }),
  })
  const stations = useQuery({
    queryKey: ['stations', 'admin'],
    queryFn: ({ signal }) =>
      client.ask<{ stations: readonly StationRow[]; departments: readonly DepartmentRow[] }>('GET', '/api/admin/stations', { signal }),
  })
  const [w, s] = [windows.data?.windows ?? [], stations.data?.stations ?? []]
  return {
    windows: w,
    stations: s,
    departments: stations.data?.departments ?? [],
    isPending: windows.isPending || stations.isPending,
    error: windows.error ?? stations.error,
    placeName: (code) => (code === null ? null : ([...w, ...s].find((each) => each.code === code)?.name[language] ?? code)),
    refetch: () => {
      void windows.refetch()
      void stations.refetch()
    },
  }
}
