import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { Problem } from '../../http/problem.ts'
import { useTexts } from '../shell/language.tsx'
import { texts } from './texts.ts'

/** What could not be read, in the words of the API, and a button to ask again. */
export function Failed({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }): ReactNode {
  const t = useTexts(texts)
  const words = error instanceof Problem && error.status !== 0 ? error.message : t.unreachable
  return (
    <Alert
      type="error"
      showIcon
      title={words}
      action={
        <Button size="small" onClick={onRetry}>
          {t.retry}
        </Button>
      }
    />
  )
}
