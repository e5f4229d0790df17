import type { QueryClient } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { Face, Page } from '#platform/client/page.ts'
import { pages } from '../pages.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { BrokenPage } from './broken-page.tsx'
import { PlainLayout, Root } from './root.tsx'

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage, errorComponent: BrokenPage })

const member = createRoute({ getParentRoute: () => root, id: 'member', component: PlainLayout })
const open = createRoute({ getParentRoute: () => root, id: 'public', component: PlainLayout })
const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  component: lazyRouteComponent(() => import('./staff-layout.tsx')),
})

const layouts = { member, staff, public: open }

/** TanStack types each route's parent; ours are told apart by face only, so one parent's type stands for all. */
const routesOf = (face: Face) =>
  pages
    .filter((page) => page.face === face)
    .map((page) => routeOf(page, layouts[face] as unknown as typeof member))

const routeOf = (page: Page, parent: typeof member) =>
  createRoute({
    getParentRoute: () => parent,
    path: page.path,
    component: lazyRouteComponent(page.load),
    staticData: { title: page.title },
  })

/** Routes come from the explicit list of pages; each page's code loads when it is first opened. */
export function makeRouter(client: QueryClient) {
  const routeTree = root.addChildren([
    member.addChildren(routesOf('member')),
    staff.addChildren(routesOf('staff') as never),
    open.addChildren(routesOf('public') as never),
  ])
  return createRouter({ routeTree, context: { client }, defaultPreload: 'intent', scrollRestoration: true })
}
