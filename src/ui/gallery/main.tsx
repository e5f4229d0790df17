import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import '#ui/styles/index.css'
import { LinkProvider } from '#ui/links/link.tsx'
import { UiProviders } from '#ui/ui-providers.tsx'
import { ChartsPage } from './charts-page.tsx'
import { ControlsPage } from './controls-page.tsx'
import { FilmPage } from './film-page.tsx'
import { MapPage } from './map-page.tsx'
import { MemberHomePage } from './member-home-page.tsx'
import { ReportSamplePage } from './report-sample-page.tsx'
import { StatesPage } from './states-page.tsx'
import { TablePage } from './table-page.tsx'

const pages = {
  '/': MemberHomePage,
  '/map': MapPage,
  '/table': TablePage,
  '/controls': ControlsPage,
  '/states': StatesPage,
  '/charts': ChartsPage,
  '/film': FilmPage,
  '/report': ReportSamplePage,
}

/** A router of ten lines, enough to try that frames and links need nothing more from one. */
function Gallery() {
  const [path, setPath] = useState(location.pathname)
  const Page = pages[path as keyof typeof pages] ?? MemberHomePage
  const go = (href: string) => {
    history.pushState(null, '', href)
    setPath(href)
  }
  return (
    <LinkProvider currentPath={path} navigate={go}>
      <UiProviders>
        <Page />
      </UiProviders>
    </LinkProvider>
  )
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  )
}
