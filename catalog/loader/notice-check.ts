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
}
type Problems = readonly CatalogProblem[]

const NONE: Problems = []

/** Everything that is wrong with one handlebars source: syntax, variables, helpers, blocks, markup. */
export function checkNoticeSource(source: string, at: Omit<Walk, 'scopes'>): Problems {
  let program: hbs.AST.Program
  try {
    program = Handlebars.parseWithoutProcessing(source)
  } catch (error) {
    const [detail = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    const line = Number(/line (\d+)/.exec(detail)?.[1] ?? 1)
    return [noticeProblem('notice-syntax', at.file, line + at.lineOffset, { detail })]
  }
  return problemsIn(program, { ...at, scopes: [VIEW_SHAPE] })
}

function problemsIn(program: hbs.AST.Program | undefined, walk: Walk): Problems {
  return (program?.body ?? []).flatMap((statement) => problemsOf(statement, walk))
}

function problemsOf(statement: hbs.AST.Statement, walk: Walk): Problems {
  if (isContent(statement)) return markup(statement, walk)
  if (isMustache(statement)) return problemsOfValue(statement, walk)
  if (isBlock(statement)) return problemsOfBlock(statement, walk)
  if (isPartial(statement)) {
    const name = nameOf(statement.name)
    const isKnown = MAIL_BLOCKS.some((block) => block === name) && statement.params.length === 0
    return isKnown && walk.scopes.length === 1 && walk.allowBlocks ? NONE : tell('notice-unknown-block', name, statement, walk)
  }
  return statement.type === 'CommentStatement' ? NONE : tell('notice-unknown-helper', statement.type, statement, walk)
}

function markup(content: hbs.AST.ContentStatement, walk: Walk): Problems {
  const [before = ''] = content.value.split('<')
  if (before.length === content.value.length) return NONE
  const line = content.loc.start.line + before.split('\n').length - 1
  return [noticeProblem('notice-markup', walk.file, line + walk.lineOffset)]
}

function problemsOfValue(value: hbs.AST.MustacheStatement, walk: Walk): Problems {
  const name = nameOf(value.path)
  if (!value.escaped) return tell('notice-unescaped', name, value, walk)
  if (value.params.length > 0 || value.hash !== undefined) return tell('notice-unknown-helper', name, value, walk)
  const shape = shapeOf(value.path, walk.scopes)
  if (shape === null) return tell('notice-unknown-variable', name, value, walk)
  return shape === 'value' ? NONE : tell('notice-not-a-value', name, value, walk)
}

function problemsOfBlock(block: hbs.AST.BlockStatement, walk: Walk): Problems {
  const helper = nameOf(block.path)
  const [subject] = block.params
  if (!HELPERS.includes(helper) || subject === undefined || block.params.length > 1)
    return tell('notice-unknown-helper', helper, block, walk)
  const shape = shapeOf(subject, walk.scopes)
  if (shape === null) return tell('notice-unknown-variable', nameOf(subject), block, walk)
  const isList = typeof shape !== 'string' && 'list' in shape
  if (helper === 'each' && !isList) return tell('notice-not-a-list', nameOf(subject), block, walk)
  const inner = helper === 'each' && isList ? [...walk.scopes, shape.list] : helper === 'with' ? [...walk.scopes, shape] : walk.scopes
  return [...problemsIn(block.program, { ...walk, scopes: inner }), ...problemsIn(block.inverse, walk)]
}

function tell(rule: NoticeRule, name: string, node: hbs.AST.Node, walk: Walk): Problems {
  return [noticeProblem(rule, walk.file, node.loc.start.line + walk.lineOffset, { name, allowed: MAIL_BLOCKS.join(', ') })]
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
