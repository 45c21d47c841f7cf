/** A breach of a rule of the house: where, which rule, and what is wrong. */
export interface SourceProblem {
  path: string
  line: number
  rule: string
  message: string
}

export function sourceProblems(path: string, text: string): SourceProblem[]
