const PAGES: Readonly<Record<string, string>> = { '/api/supervision/appeals': '/board/list', '/api/supervision/orders': '/board/orders' }

/** The page that shows the list of the API behind a number. */
export function pageOfList(list: string): string {
  const [path = '', query = ''] = list.split('?')
  const page = PAGES[path] ?? '/board'
  return query === '' ? page : `${page}?${query}`
}

/** The query of a list of the API for what the address of the page says: only the names that the API knows. */
export function listQuery(search: string, names: readonly string[]): string {
  const given = new URLSearchParams(search)
  const kept = names.flatMap((name) => {
    const value = given.get(name)
    return value === null || value === '' ? [] : [[name, value] as [string, string]]
  })
  return new URLSearchParams(kept).toString()
}

export const FIGURE_NAMES = ['figure', 'window', 'item', 'station', 'age', 'month', 'person'] as const
export const ORDER_NAMES = ['state', 'kind', 'window'] as const
