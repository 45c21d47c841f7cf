import { describe, expect, it } from '@jest/globals'
import { fieldErrorsOf } from '../../../web/http/field-errors.ts'
import { Problem } from '../../../web/http/problem.ts'

describe('what a refusal says of its fields', () => {
  it('is told in the reader’s language, the first fault of each', () => {
    const problem = new Problem(422, {
      errors: [
        { field: 'form.a', rule: 'required', zh: '必填。', en: 'This is required.' },
        { field: 'form.a', rule: 'type', zh: '另一', en: 'Another.' },
        { field: 'form.b', rule: 'choice', zh: '须选', en: 'Choose.' },
      ],
    })
    expect(fieldErrorsOf(problem, 'zh')).toEqual(
      new Map([
        ['form.a', '必填。'],
        ['form.b', '须选'],
      ]),
    )
  })

  it('is nothing where the answer has no such list, or another shape', () => {
    for (const body of [{}, { errors: 'x' }, { errors: [null, 7, { field: 'a' }, { en: 'b' }] }])
      expect(fieldErrorsOf(new Problem(422, body), 'en')).toEqual(new Map())
  })
})
