import { lazy, type ReactNode, Suspense } from 'react'
import { Spin } from 'antd'
import { Redirect, Route, Switch } from 'wouter'
import { pagesFor } from './shell/pages.ts'
import { usePerson } from './shell/session.tsx'

const Admin = lazy(() => import('./admin/admin.tsx'))
const Board = lazy(() => import('./board/board.tsx'))
const BoardList = lazy(() => import('./board/list-page.tsx'))
const BoardOrders = lazy(() => import('./board/orders-page.tsx'))
const CasePage = lazy(() => import('./case/case-page.tsx'))
const Profile = lazy(() => import('./profile/profile.tsx'))
const Workbench = lazy(() => import('./workbench/workbench.tsx'))

/** The addresses of the staff pages; each page is loaded when it is opened. Who has no workbench begins at their first page. */
export function StaffRoutes(): ReactNode {
  const pages = pagesFor(usePerson())
  const first = pages[0]?.path ?? '/profile'
  return (
    <Suspense fallback={<Spin fullscreen />}>
      <Switch>
        <Route path="/desk">{first === '/desk' ? <Workbench /> : <Redirect to={first} replace />}</Route>
        <Route path="/admin/*?" component={Admin} />
        <Route path="/profile" component={Profile} />
        <Route path="/board" component={Board} />
        <Route path="/board/list" component={BoardList} />
        <Route path="/board/orders" component={BoardOrders} />
        <Route path="/appeals/:number" component={CasePage} />
        <Route>
          <Redirect to={first} replace />
        </Route>
      </Switch>
    </Suspense>
  )
}
