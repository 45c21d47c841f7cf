import { posix } from 'node:path'
import { impurities } from './pure-code.mjs'
import { importsOf, syntaxOf } from './syntax.mjs'

const LONGEST_FILE = 250
/** A comment that puts work off, in any of the usual words. */
const WORDS_OF_DELAY = ['TODO', 'FIXME', 'XXX'].join('|')
const NOTE = new RegExp(`(?://|\\*).*\\b(${WORDS_OF_DELAY})\\b`)
const VAGUE = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'misc'])

/**
 * The rules of the house that no other tool of the check knows, for one source.
 * `path` is from the root with slashes. Returns {path, line, rule, message}[].
 */
export function sourceProblems(path, text) {
  const problems = [...lengthProblems(text), ...nameProblems(path), ...noteProblems(text)]
  if (/\.tsx?$/.test(path)) {
    const { tree, lineOf } = syntaxOf(path, text)
    const found = [
      ...typeImportProblems(path, tree),
      ...pageImportProblems(path, tree),
      ...(/^(domain|workflows)\//.test(path) ? impurities(path, tree) : []),
    ]
    problems.push(...found.map(({ node, rule, message }) => ({ line: lineOf(node), rule, message })))
  }
  return problems.map((one) => ({ path, ...one }))
}

function lengthProblems(text) {
  const lines = text.trimEnd().split('\n').length
  if (lines <= LONGEST_FILE) return []
  return [
    {
      line: LONGEST_FILE + 1,
      rule: 'short-files',
      message: `${lines} lines; a file of more than ${LONGEST_FILE} does more than one thing`,
    },
  ]
}

function nameProblems(path) {
  const problems = []
  for (const part of path.split('/')) {
    const name = part.replace(/\.(test\.)?(ts|tsx|mjs)$/, '')
    if (VAGUE.has(name)) problems.push({ line: 1, rule: 'telling-names', message: `"${name}" does not say what is inside` })
    if (!/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name)) problems.push({ line: 1, rule: 'kebab-case', message: `"${name}" is not kebab-case` })
  }
  return problems
}

function noteProblems(text) {
  return text.split('\n').flatMap((line, at) => {
    const note = NOTE.exec(line)?.[1]
    return note ? [{ line: at + 1, rule: 'no-notes', message: `${note}: write it into docs/decisions.md instead` }] : []
  })
}

/** Workflows run in a sandbox without the effects of activities; they know only the types. */
function typeImportProblems(path, tree) {
  if (!path.startsWith('workflows/')) return []
  return importsOf(tree)
    .filter((one) => !one.typeOnly && posix.join(posix.dirname(path), one.module).startsWith('activities/'))
    .map(({ node, module }) => ({ node, rule: 'types-of-activities-only', message: `${module}: use "import type"` }))
}

/** Pages know the core and themselves; the tool that holds the table of imports reads no JSX. */
function pageImportProblems(path, tree) {
  if (!/^web\/.*\.tsx$/.test(path)) return []
  return importsOf(tree)
    .filter(({ module }) => module.startsWith('.') && !/^(web|domain)\//.test(posix.join(posix.dirname(path), module)))
    .map(({ node, module }) => ({ node, rule: 'web-speaks-http', message: `${module}: pages ask everything else over HTTP` }))
}
