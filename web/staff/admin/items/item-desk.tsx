import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ItemCheck } from '../../../http/shapes/admin-item.ts'
import { client } from '../../shell/client.ts'
import { useTexts } from '../../shell/language.tsx'
import { ChangeDesk } from '../change/change-desk.tsx'
import { RouteDrawing } from './route-drawing.tsx'
import { RouteList } from './route-list.tsx'
import { texts } from './texts.ts'

/** The text of an item: checked at the line, drawn as edited, looked at, put into force. */
export function ItemDesk({ present, start = present }: { readonly present: string; readonly start?: string }): ReactNode {
  const t = useTexts(texts)
  const [found, setFound] = useState<{ readonly text: string; readonly check: ItemCheck } | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const ask = async (text: string): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      setFound({ text, check: await client.ask<ItemCheck>('POST', '/api/admin/items/check', { body: { text } }) })
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <ChangeDesk
      kind="items"
      present={present}
      start={start}
      check={(text) => {
        const check = found?.text === text ? found.check : null
        return {
          button: (
            <Button loading={isBusy} onClick={() => void ask(text)}>
              {t.check}
            </Button>
          ),
          problems: check?.problems ?? [],
          below: (
            <div className="admin-block" aria-live="polite">
              {failure !== null && <Alert role="alert" type="error" showIcon title={failure} />}
              {check !== null && check.item !== null && (
                <>
                  <Alert type="success" showIcon title={t.checked} />
                  <h3>{t.editedRoute}</h3>
                  <RouteDrawing item={check.item} />
                  <RouteList item={check.item} />
                </>
              )}
            </div>
          ),
        }
      }}
    />
  )
}
