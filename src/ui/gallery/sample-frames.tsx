import { useState, type ReactNode } from 'react'
import { useAppearance } from '#ui/appearance/appearance.tsx'
import { Button, IconButton } from '#ui/controls/button.tsx'
import { Menu } from '#ui/controls/menu.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { MemberFrame } from '#ui/frames/member-frame.tsx'
import { Ribbon } from '#ui/frames/ribbon.tsx'
import { StaffFrame } from '#ui/frames/staff-frame.tsx'
import { useLanguage } from '#ui/i18n/language.tsx'

const ribbon = <Ribbon>演示数据：人物、单位与记录均为虚构</Ribbon>

export function SampleMemberFrame(props: {
  title: string
  backHref?: string
  fullBleed?: boolean
  footer?: ReactNode
  children: ReactNode
}) {
  return (
    <MemberFrame
      {...props}
      ribbon={ribbon}
      tabs={[
        { href: '/', label: '首页', icon: 'home' },
        { href: '/map', label: '地图', icon: 'map' },
        { href: '/states', label: '记录', icon: 'list' },
        { href: '/charts', label: '消息', icon: 'bell', unread: 3 },
        { href: '/controls', label: '我的', icon: 'user' },
      ]}
    />
  )
}

export function SampleStaffFrame({ children }: { children: ReactNode }) {
  const [search, setSearch] = useState('')
  return (
    <StaffFrame
      product="振翼"
      homeHref="/"
      ribbon={ribbon}
      organisation="示例市总工会 · 基层工作部"
      search={<SearchField label="搜索站点、单位、人员" value={search} onChange={setSearch} />}
      person={<PersonMenu />}
      groups={[
        {
          items: [
            { href: '/states', label: '待办', icon: 'check', waiting: 12 },
            { href: '/charts', label: '数据', icon: 'chart' },
          ],
        },
        {
          label: '户外劳动者驿站',
          items: [
            { href: '/table', label: '站点', icon: 'map-pin' },
            { href: '/controls', label: '录入', icon: 'edit' },
            { href: '/map', label: '地图', icon: 'map' },
          ],
        },
        { label: '公开', items: [{ href: '/report', label: '公开报告', icon: 'document' }] },
      ]}
    >
      {children}
    </StaffFrame>
  )
}

function PersonMenu() {
  const { setTheme, theme } = useAppearance()
  const { language, setLanguage } = useLanguage()
  return (
    <Menu
      label="我的菜单"
      trigger={
        <Button variant="quiet" icon="user">
          林知夏
        </Button>
      }
      entries={[
        {
          id: 'theme',
          label: theme === 'dark' ? '浅色' : '深色',
          icon: theme === 'dark' ? 'sun' : 'moon',
          onAction: () => setTheme(theme === 'dark' ? 'light' : 'dark'),
        },
        {
          id: 'language',
          label: language === 'zh' ? 'English' : '中文',
          icon: 'language',
          onAction: () => setLanguage(language === 'zh' ? 'en' : 'zh'),
        },
        { id: 'out', label: '退出登录', icon: 'door', onAction: () => undefined },
      ]}
    />
  )
}

export const reportTools = (
  <>
    <IconButton icon="language" label="English" />
    <IconButton icon="print" label="打印" onPress={() => print()} />
  </>
)
