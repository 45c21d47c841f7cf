/** Does something for every item, so many at once; the answers in the order of the items. The first failure is thrown. */
export async function inParallel<T, R>(items: readonly T[], atOnce: number, act: (item: T) => Promise<R>): Promise<R[]> {
  const answers = new Map<number, R>()
  const entries = items.entries()
  const lane = async (): Promise<void> => {
    for (const [index, item] of entries) answers.set(index, await act(item))
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return items.flatMap((_, index) => {
    const answer = answers.get(index)
    return answer === undefined ? [] : [answer]
  })
}
