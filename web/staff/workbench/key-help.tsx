import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../shell/language.tsx'
import { KEYS } from './keys.ts'
import { texts } from './texts.ts'

/** Which key does what. */
export function KeyHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }): ReactNode {
  const t = useTexts(texts)
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title={t.keysHelp}>
      <dl className="task-facts">
        {Object.entries(KEYS).map(([key, deed]) => [
          <dt key={key}>
            <kbd>{key}</kbd>
          </dt>,
          <dd key={deed}>{t.keyNames[deed]}</dd>,
        ])}
      </dl>
      <p>{t.keysOff}</p>
    </Modal>
  )
}
