import { lazy, type ReactNode, Suspense } from 'react'
import { Spin } from 'antd'
import { Redirect, Route, Switch } from 'wouter'

const Workbench = lazy(() => import('./workbench/workbench.tsx'))

/** The addresses of the staff pages; each page is loaded when it is opened. */
export function StaffRoutes(): ReactNode {
  return (
    <Suspense fallback={<Spin fullscreen />}>
      <Switch>
        <Route path="/desk" component={Workbench} />
        <Route>
          <Redirect to="/desk" replace />
        </Route>
      </Switch>
    </Suspense>
  )
}
