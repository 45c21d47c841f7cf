import ReloadOutlined from '@ant-design/icons/ReloadOutlined'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { useTexts } from '../shell/language.tsx'
import './live.css'
import { recentChanges } from './recent-changes.ts'
import { texts } from './texts.ts'

/** While rows are being picked the list of tasks stays as it is; this says how many changes wait, and shows them when pressed. */
export function HeldNews({ isHolding }: { readonly isHolding: boolean }): ReactNode {
  const t = useTexts(texts)
  const queries = useQueryClient()
  const waiting = useSyncExternalStore(recentChanges.subscribe, recentChanges.heldBack)
  useEffect(() => {
    recentChanges.hold(isHolding)
    return () => {
      if (recentChanges.heldBack() > 0) void queries.invalidateQueries({ queryKey: ['tasks', 'list'] })
      recentChanges.hold(false)
    }
  }, [isHolding, queries])
  const show = (): void => {
    recentChanges.shown()
    void queries.invalidateQueries({ queryKey: ['tasks', 'list'] })
  }
  return (
    <div aria-live="polite" className="live-held">
      {waiting > 0 && (
        <Button icon={<ReloadOutlined aria-hidden />} onClick={show}>
          {t.waiting(waiting)}
        </Button>
      )}
    </div>
  )
}
