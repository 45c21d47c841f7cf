import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import StarOutlined from '@ant-design/icons/StarOutlined'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { client } from '../shell/client.ts'
import { useTexts } from '../shell/language.tsx'
import { KeepView } from './keep-view.tsx'
import { texts } from './texts.ts'

interface SavedView {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly shared: boolean
  readonly mine: boolean
  readonly ownerName: string
}

interface Props {
  readonly page: 'desk' | 'board'
  /** Query of the page's address as the list is arranged now. */
  readonly query: string
  /** The address that shows a saved query. */
  readonly address: (query: string) => string
}

/** The views one keeps of a page, those colleagues share, and the form to keep the present one. */
export function SavedViews({ page, query, address }: Props): ReactNode {
  const t = useTexts(texts)
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [, go] = useLocation()
  const { data } = useQuery({
    queryKey: ['views', page],
    queryFn: ({ signal }) => client.ask<{ views: readonly SavedView[] }>('GET', `/api/views?page=${page}`, { signal }),
    enabled: isOpen,
  })
  const readAgain = (): Promise<void> => queries.invalidateQueries({ queryKey: ['views'] })
  const remove = async (id: string): Promise<void> => {
    await client.ask('DELETE', `/api/views/${id}`).catch(() => {})
    await readAgain()
  }
  const content = (
    <div>
      {data?.views.length === 0 && <p>{t.none}</p>}
      <ul className="task-list">
        {data?.views.map((view) => (
          <li key={view.id}>
            <Button
              type="link"
              className="desk-link"
              onClick={() => {
                setOpen(false)
                go(address(view.query))
              }}
            >
              {view.name}
            </Button>{' '}
            {view.mine ? (
              <Button
                type="text"
                size="small"
                aria-label={t.remove(view.name)}
                icon={<DeleteOutlined />}
                onClick={() => void remove(view.id)}
              />
            ) : (
              <span className="desk-sub">{t.by(view.ownerName)}</span>
            )}
          </li>
        ))}
      </ul>
      <KeepView page={page} query={query} onKept={readAgain} />
    </div>
  )
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomLeft" title={t.views} content={content} destroyOnHidden>
      <Button icon={<StarOutlined />} aria-expanded={isOpen}>
        {t.views}
      </Button>
    </Popover>
  )
}
