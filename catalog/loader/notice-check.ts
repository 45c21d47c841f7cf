import Handlebars from 'handlebars'
import { MAIL_BLOCKS, VIEW_SHAPE, type Shape } from '../../domain/notices/view-shape.ts'
import { noticeProblem, type NoticeRule } from './notice-rules.ts'
import type { CatalogProblem } from './problem.ts'

const HELPERS = ['if', 'unless', 'each', 'with']
const LIST_POSITIONS = ['first', 'last']

/** Where the walk stands: the innermost scope last. */
interface Walk {
  readonly file: string
  /** Lines of the file that stand before the source. */
  readonly lineOffset: number
  readonly scopes: readonly Shape[]
  /** Whole blocks are for bodies only. */
  readonly allowBlocks: boolean
  readonly problems: CatalogProblem[]
}

/** Everything that is wrong with one handlebars source: syntax, variables, helpers, blocks, markup. */
export function checkNoticeSource(source: string, at: { readonly file: string; readonly lineOffset: number; readonly allowBlocks: boolean }): readonly CatalogProblem[] {
  const walk: Walk = { ...at, scopes: [VIEW_SHAPE], problems: [] }
  let program: hbs.AST.Program
  try {
    program = Handlebars.parseWithoutProcessing(source)
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n') : [String(error)]
    const line = Number(/line (\d+)/.exec(detail[0] ?? '')?.[1] ?? 1)
    return [noticeProblem('notice-syntax', at.file, line + at.lineOffset, { detail: detail[0] ?? '' })]
  }
  for (const statement of program.body) checkStatement(statement, walk)
  return walk.problems
}

function checkStatement(statement: hbs.AST.Statement, walk: Walk): void {
  const tell = (rule: NoticeRule, name: string, node: hbs.AST.Node = statement): void => {
    const args = { name, allowed: MAIL_BLOCKS.join(', ') }
    walk.problems.push(noticeProblem(rule, walk.file, node.loc.start.line + walk.lineOffset, args))
  }
  if (isContent(statement)) {
    const before = statement.value.split('<')[0] ?? ''
    if (before.length < statement.value.length) {
      const line = statement.loc.start.line + before.split('\n').length - 1
      walk.problems.push(noticeProblem('notice-markup', walk.file, line + walk.lineOffset))
    }
    return
  }
  if (statement.type === 'CommentStatement') return
  if (isMustache(statement)) {
    const name = nameOf(statement.path)
    if (!statement.escaped) return tell('notice-unescaped', name)
    if (statement.params.length > 0 || statement.hash !== undefined) return tell('notice-unknown-helper', name)
    const shape = shapeOf(statement.path, walk.scopes)
    if (shape === null) return tell('notice-unknown-variable', name)
    if (shape !== 'value') tell('notice-not-a-value', name)
    return
  }
  if (isBlock(statement)) return checkBlock(statement, walk, tell)
  if (isPartial(statement)) {
    const name = nameOf(statement.name)
    const isKnown = MAIL_BLOCKS.some((block) => block === name) && statement.params.length === 0 && walk.scopes.length === 1 && walk.allowBlocks
    if (!isKnown) tell('notice-unknown-block', name)
    return
  }
  tell('notice-unknown-helper', statement.type)
}

function checkBlock(block: hbs.AST.BlockStatement, walk: Walk, tell: (rule: NoticeRule, name: string) => void): void {
  const helper = block.path.original
  const [subject] = block.params
  if (!HELPERS.includes(String(helper)) || subject === undefined || block.params.length > 1) return tell('notice-unknown-helper', String(helper))
  const shape = shapeOf(subject, walk.scopes)
  if (shape === null) return tell('notice-unknown-variable', nameOf(subject))
  let scopes = walk.scopes
  if (helper === 'each') {
    if (typeof shape === 'string' || !('list' in shape)) return tell('notice-not-a-list', nameOf(subject))
    scopes = [...scopes, shape.list]
  }
  if (helper === 'with') scopes = [...scopes, shape]
  for (const statement of block.program.body) checkStatement(statement, { ...walk, scopes })
  for (const statement of block.inverse?.body ?? []) checkStatement(statement, walk)
}

/** Shape of what an expression names, or null where nothing has that name. */
function shapeOf(expression: hbs.AST.Expression, scopes: readonly Shape[]): Shape | null {
  if (!isPath(expression)) return null
  if (expression.data) return expression.parts.length === 1 && LIST_POSITIONS.includes(expression.parts[0] ?? '') ? 'value' : null
  let shape: Shape | undefined = scopes[scopes.length - 1 - expression.depth]
  for (const part of expression.parts) {
    if (shape === undefined || typeof shape === 'string') return null
    if ('list' in shape) return part === 'length' && expression.parts.at(-1) === part ? 'value' : null
    shape = Object.hasOwn(shape.members, part) ? shape.members[part] : undefined
  }
  return shape ?? null
}

function nameOf(expression: hbs.AST.Expression): string {
  return isPath(expression) ? String(expression.original) : expression.type
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression'
}
function isContent(node: hbs.AST.Node): node is hbs.AST.ContentStatement {
  return node.type === 'ContentStatement'
}
function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement'
}
function isBlock(node: hbs.AST.Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement'
}
function isPartial(node: hbs.AST.Node): node is hbs.AST.PartialStatement {
  return node.type === 'PartialStatement'
}
