import { useMemo } from 'react'
import type { Schematic } from '#kernel/city/client.ts'
import { useLanguage } from '#ui/i18n/language.tsx'
import type { MapGeometry } from '#ui/map/map-types.ts'

/** The drawing with its names in the language of the page; stable, so that the land is drawn once. */
export function useGeometry(drawing: Schematic): MapGeometry {
  const { language } = useLanguage()
  return useMemo(() => {
    const names = new Map(drawing.labels.map((label) => [label.text.zh, label]))
    return {
      width: drawing.width,
      height: drawing.height,
      areas: drawing.areas.map(({ id, label, path }) => ({ id, label: label[language], path })),
      waters: drawing.waters.map(({ id, label, path, kind }) => ({ id, label: label[language], path, kind })),
      roads: drawing.roads.map(({ id, label, path }) => ({ id, label: label[language], path })),
      labels: [...names.values()].map(({ text, x, y, rank }) => ({ text: text[language], x, y, rank })),
    }
  }, [drawing, language])
}
