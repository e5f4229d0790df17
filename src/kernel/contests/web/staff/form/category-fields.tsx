import { Button } from '#ui/controls/button.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Category, Media } from '../../types.ts'
import { CountField } from './count-field.tsx'
import { LineActions } from './line-actions.tsx'
import { formMessages as messages } from './messages.ts'
import { mediaOf, newCategory } from './new-parts.ts'
import type { RulesProps } from './rules-form.tsx'

const CATEGORIES_MAX = 20
const MEGABYTE = 1024 ** 2

export function CategoryFields({ rules: { categories }, onSet }: RulesProps) {
  const t = useText()
  const put = (list: Category[]) => onSet({ categories: list })
  return (
    <Card title={t(messages.categories)}>
      {categories.map((category, index) => (
        <fieldset className="contest-line" key={category.id}>
          <legend className="ui-hidden">{t(messages.categoryNo, { no: index + 1 })}</legend>
          <CategoryLine
            category={category}
            field={`rules.categories.${index}`}
            onChange={(changed) => put(categories.with(index, changed))}
          />
          <LineActions list={categories} index={index} what={category.name} onChange={put} />
        </fieldset>
      ))}
      {categories.length < CATEGORIES_MAX && (
        <span className="ui-row">
          <Button variant="quiet" icon="plus" onPress={() => put([...categories, newCategory(categories)])}>
            {t(messages.addCategory)}
          </Button>
        </span>
      )}
    </Card>
  )
}

type CategoryLineProps = {
  readonly category: Category
  readonly field: string
  readonly onChange: (category: Category) => void
}

function CategoryLine({ category, field, onChange }: CategoryLineProps) {
  const t = useText()
  const { name, media } = category
  return (
    <div className="contest-fields">
      <TextField
        name={`${field}.name`}
        label={t(messages.name)}
        value={name}
        onChange={(next) => onChange({ ...category, name: next })}
      />
      <Select
        label={t(messages.media)}
        options={(['text', 'video'] as const).map((id) => ({ id, label: t(messages[id]) }))}
        value={media.kind}
        onChange={(kind) => onChange({ ...category, media: mediaOf(kind as Media['kind']) })}
      />
      {media.kind === 'text' ? (
        <CountField
          name={`${field}.media.charactersMax`}
          label={t(messages.charactersMax)}
          unit={t(messages.characters)}
          min={10}
          max={50_000}
          value={media.charactersMax}
          onChange={(charactersMax) => onChange({ ...category, media: { ...media, charactersMax } })}
        />
      ) : (
        <FilmFields
          field={field}
          video={media.video}
          onChange={(video) => onChange({ ...category, media: { kind: 'video', video } })}
        />
      )}
    </div>
  )
}

type Video = Extract<Media, { kind: 'video' }>['video']
type FilmFieldsProps = {
  readonly field: string
  readonly video: Video
  readonly onChange: (video: Video) => void
}

function FilmFields({ field, video, onChange }: FilmFieldsProps) {
  const t = useText()
  return (
    <>
      <CountField
        name={`${field}.media.video.maxSeconds`}
        label={t(messages.maxSeconds)}
        unit={t(messages.secondsUnit)}
        max={7_200}
        value={video.maxSeconds}
        onChange={(maxSeconds) => onChange({ ...video, maxSeconds })}
      />
      <Select
        label={t(messages.resolution)}
        options={(['any', '720p', '1080p'] as const).map((id) => ({ id, label: t(messages[id]) }))}
        value={video.resolution}
        onChange={(resolution) => onChange({ ...video, resolution: resolution as Video['resolution'] })}
      />
      <CountField
        name={`${field}.media.video.maxBytes`}
        label={t(messages.maxSize)}
        unit="MB"
        max={10 * 1024}
        value={Math.round(video.maxBytes / MEGABYTE)}
        onChange={(megabytes) => onChange({ ...video, maxBytes: megabytes * MEGABYTE })}
      />
    </>
  )
}
