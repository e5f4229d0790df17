import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router'
import type { Face, Page } from '#platform/client/page.ts'
import { pages } from '../pages.ts'
import { BrokenPage } from './broken-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PlainLayout, Root } from './root.tsx'

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage, errorComponent: BrokenPage })

const layouts = {
  member: createRoute({ getParentRoute: () => root, id: 'member', component: PlainLayout }),
  public: createRoute({ getParentRoute: () => root, id: 'public', component: PlainLayout }),
  staff: createRoute({
    getParentRoute: () => root,
    id: 'staff',
    component: lazyRouteComponent(() => import('./staff-layout.tsx')),
  }),
} as const satisfies Record<Face, unknown>

/** TanStack types each route by its parent; ours differ by face only, so one face's type stands for all. */
function layoutWithPages(face: Face) {
  const layout = layouts[face] as unknown as (typeof layouts)['member']
  return layout.addChildren(pages.filter((page) => page.face === face).map((page) => routeOf(page, layout)))
}

const routeOf = (page: Page, layout: (typeof layouts)['member']) =>
  createRoute({
    getParentRoute: () => layout,
    path: page.path,
    component: lazyRouteComponent(page.load),
    staticData: { title: page.title },
  })

/**
 * Routes come from the explicit list of pages; each page's code loads when it is first opened. A history is given
 * where there is no browser.
 */
export function makeRouter(history?: RouterHistory) {
  const routeTree = root.addChildren([
    layoutWithPages('member'),
    layoutWithPages('staff'),
    layoutWithPages('public'),
  ])
  return createRouter({
    routeTree,
    defaultPreload: 'intent',
    // Drawn on the server it would be a script in the page, which no page of ours has.
    scrollRestoration: history === undefined,
    ...(history && { history }),
  })
}

export type Router = ReturnType<typeof makeRouter>
