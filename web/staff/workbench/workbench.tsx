import { Button, type InputRef, Tabs } from 'antd'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { HeldNews } from '../live/held-news.tsx'
import { Failed } from '../parts/failed.tsx'
import { useMedia } from '../parts/use-media.ts'
import { useTexts } from '../shell/language.tsx'
import { KeyHelp } from './key-help.tsx'
import { COMMAND_OF, type KeyDeed } from './keys.ts'
import { ListBar } from './list-bar.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { addressOf, type DeskState, readState, VIEWS } from './state.ts'
import { TaskCards } from './task-cards.tsx'
import { TaskDrawer } from './task-drawer.tsx'
import { TaskTable } from './task-table.tsx'
import { texts } from './texts.ts'
import { focusedTask, moveFocus, useKeys } from './use-keys.ts'
import { useCounts, useTasks } from './use-tasks.ts'
import './workbench.css'

/** The tasks of the person's windows; the address bar carries what is shown. */
export default function Workbench(): ReactNode {
  const t = useTexts(texts)
  const state = readState(useSearch())
  const [, go] = useLocation()
  const isWide = useMedia('(min-width: 1024px)')
  const [marked, setMarked] = useState<readonly string[]>([])
  const [asked, setAsked] = useState<{ readonly kind: string } | null>(null)
  const [isHelp, setHelp] = useState(false)
  const search = useRef<InputRef>(null)
  const list = useTasks(state)
  const counts = useCounts(state)
  const tasks = list.data ?? []
  const latest = useRef(state)
  latest.current = state

  const change = useCallback((next: Partial<DeskState>) => go(addressOf({ ...latest.current, ...next })), [go])
  const open = useCallback((id: string) => change({ open: id }), [change])
  const { view, window, q } = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has other rows
  useEffect(() => setMarked([]), [view, window, q])

  const close = (): void => {
    const { open: id } = state
    setAsked(null)
    change({ open: null })
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-task="${CSS.escape(id ?? '')}"]`)?.focus())
  }
  const move = (step: 1 | -1): void => {
    const next = state.open === null ? undefined : tasks[tasks.findIndex((task) => task.id === state.open) + step]
    if (state.open === null) moveFocus(step)
    else if (next !== undefined) {
      setAsked(null)
      open(next.id)
    }
  }
  useKeys((deed: KeyDeed) => {
    const here = state.open ?? focusedTask()
    if (deed === 'help') setHelp(true)
    else if (deed === 'search') search.current?.focus()
    else if (deed === 'down' || deed === 'up') move(deed === 'down' ? 1 : -1)
    else if (here !== null) {
      const kind = COMMAND_OF[deed]
      setAsked(kind === undefined ? null : { kind })
      if (here !== state.open) open(here)
    }
  })

  const countOf = (each: DeskState['view']): string => {
    const figure = counts?.[each]
    return figure === undefined ? '…' : t.count(figure.count, figure.more)
  }
  const listProps = { tasks, isLoading: list.isPending, openId: state.open, onOpen: open, marked, onMark: setMarked }
  return (
    <div className="desk">
      <h1>{t.title}</h1>
      <Tabs
        activeKey={view}
        aria-label={t.views}
        onChange={(key) => change({ view: VIEWS.find((each) => each === key) ?? 'mine', open: null })}
        items={VIEWS.map((each) => ({
          key: each,
          label: (
            <>
              {t[each]} <span className={each === 'overdue' ? 'desk-count desk-count-overdue' : 'desk-count'}>{countOf(each)}</span>
            </>
          ),
        }))}
      />
      <ListBar state={state} onChange={change} searchRef={search} />
      {list.error !== null && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      <HeldNews isHolding={marked.length > 0} />
      {isWide ? <TaskTable {...listProps} /> : <TaskCards {...listProps} />}
      {list.hasNextPage && (
        <div className="desk-more">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t.more}
          </Button>
        </div>
      )}
      <SelectionBar
        key={`${view} ${window} ${q}`}
        state={state}
        tasks={tasks}
        marked={marked}
        count={countOf(view)}
        onClear={() => setMarked([])}
      />
      {state.open !== null && <TaskDrawer taskId={state.open} asked={asked} onClose={close} />}
      <KeyHelp isOpen={isHelp} onClose={() => setHelp(false)} />
    </div>
  )
}
