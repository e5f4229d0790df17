import type { ReactNode } from 'react'
import { useAppearance, type TextSize, type Theme } from '#ui/appearance/appearance.tsx'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { Card } from '#ui/data/card.tsx'
import { useLanguage, useText } from '#ui/i18n/language.tsx'
import type { Language } from '#ui/i18n/text.ts'
import { messages } from './messages.ts'
import './appearance-settings.css'

/** Language, text size and theme, kept on this device. */
export function AppearanceSettings() {
  const t = useText()
  const { language, setLanguage } = useLanguage()
  const { theme, setTheme, textSize, setTextSize } = useAppearance()
  return (
    <Card title={t(messages.settings)}>
      <Row label={t(messages.languageSetting)}>
        <SegmentedControl<Language>
          label={t(messages.languageSetting)}
          value={language}
          onChange={setLanguage}
          segments={[
            { id: 'zh', label: '中文' },
            { id: 'en', label: 'English' },
          ]}
        />
      </Row>
      <Row label={t(messages.textSize)}>
        <SegmentedControl<TextSize>
          label={t(messages.textSize)}
          value={textSize}
          onChange={setTextSize}
          segments={[
            { id: 'normal', label: t(messages.normalText) },
            { id: 'large', label: t(messages.largeText) },
          ]}
        />
      </Row>
      <Row label={t(messages.theme)}>
        <SegmentedControl<Theme>
          label={t(messages.theme)}
          value={theme}
          onChange={setTheme}
          segments={[
            { id: 'system', label: t(messages.themeSystem) },
            { id: 'light', label: t(messages.themeLight) },
            { id: 'dark', label: t(messages.themeDark) },
          ]}
        />
      </Row>
    </Card>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="app-setting">
      <span aria-hidden>{label}</span>
      {children}
    </div>
  )
}
