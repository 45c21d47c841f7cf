/** Lines of a stream of text, without their ends (LF or CRLF); a line longer than the bound arrives cut to just over it. */
export async function* splitLines(chunks: AsyncIterable<string>, bound: number): AsyncGenerator<readonly string[]> {
  let rest = ''
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    if (rest.length > bound) rest = rest.slice(0, bound + 1)
    yield parts.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
  }
  if (rest !== '') yield [rest]
}
