import DownOutlined from '@ant-design/icons/DownOutlined'
import RightOutlined from '@ant-design/icons/RightOutlined'
import { type ReactNode, useId, useState } from 'react'
import './fold.css'

interface Props {
  readonly title: ReactNode
  readonly children: ReactNode
}

/** Something that is shown on demand; on paper it is always open (case.css). */
export function Fold({ title, children }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <div className={isOpen ? 'fold' : 'fold fold-closed'}>
      <button type="button" className="fold-head" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <span className="no-print" aria-hidden="true">
          {isOpen ? <DownOutlined /> : <RightOutlined />}
        </span>
        <span>{title}</span>
      </button>
      <div id={id} className="fold-body">
        {children}
      </div>
    </div>
  )
}
