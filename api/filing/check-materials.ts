import type { MaterialState } from '../../domain/case/state.ts'
import type { Material } from '../../domain/routing/item.ts'
import { fieldError } from '../problems/problem.ts'
import type { FieldError } from '../problems/problem.ts'
import { FILE_LIMITS } from '../files/file-limits.ts'
import type { FiledUpload } from '../../prisma/stores/intake-store.ts'
import type { FilingBody } from './filing-body.ts'

export interface CheckedMaterials {
  /** Every material of the item by code. */
  readonly materials: Readonly<Record<string, MaterialState>>
  /** The uploads to be filed, each for its material. */
  readonly files: readonly FiledUpload[]
  readonly errors: readonly FieldError[]
}

/** Holds the papers against the item: unknown or doubled ones, required ones that are missing, promises of what may not be promised. */
export function checkMaterials(wanted: readonly Material[], given: FilingBody['materials']): CheckedMaterials {
  const errors: FieldError[] = []
  const states = new Map<string, MaterialState>()
  given.forEach((paper, index) => {
    const field = `materials.${index}`
    const material = wanted.find((each) => each.code === paper.code)
    if (material === undefined) errors.push(fieldError(`${field}.code`, 'unknown', { value: paper.code }))
    else if (states.has(paper.code)) errors.push(fieldError(`${field}.code`, 'duplicate'))
    else if ((paper.provided === true) === (paper.promised === true))
      errors.push(fieldError(field, 'choice', { options: 'provided, promised' }))
    else if (paper.promised === true && !material.deferrable) errors.push(fieldError(`${field}.promised`, 'not-deferrable'))
    else if (paper.promised === true && (paper.files ?? []).length > 0) errors.push(fieldError(`${field}.files`, 'promised-with-files'))
    else states.set(paper.code, paper.promised === true ? 'promised' : 'provided')
  })
  for (const material of wanted) {
    if (material.required && !states.has(material.code) && !given.some((paper) => paper.code === material.code))
      errors.push(fieldError(`materials.${material.code}`, 'required'))
  }
  const { files, doubled } = filesOf(given)
  errors.push(...doubled)
  return {
    files,
    errors,
    materials: Object.fromEntries(wanted.map((material) => [material.code, states.get(material.code) ?? 'missing'])),
  }
}

function filesOf(given: FilingBody['materials']): { readonly files: readonly FiledUpload[]; readonly doubled: readonly FieldError[] } {
  const named = given.flatMap(({ code, files = [] }, index) =>
    files.map((id, place) => ({ material: code, id, field: `materials.${index}.files.${place}` })),
  )
  const ids = named.map(({ id }) => id)
  const doubled = named.filter(({ id }, place) => ids.indexOf(id) !== place).map(({ field }) => fieldError(field, 'duplicate'))
  const tooMany = named.slice(FILE_LIMITS.ofAppeal).slice(0, 1)
  const most = { maximum: String(FILE_LIMITS.ofAppeal) }
  return {
    files: named.map(({ material, id }) => ({ material, id })),
    doubled: [...doubled, ...tooMany.map(() => fieldError('materials', 'too-big', most))],
  }
}
