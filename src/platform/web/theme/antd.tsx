import { ConfigProvider, type ThemeConfig } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useMemo } from 'react'
import { useLanguage } from '../words/words.ts'

/** Puts antd under the tokens and the reader's language. A page that uses antd wraps itself in it, so that others need not load it. */
export function Antd({ children }: { readonly children: ReactNode }) {
  const language = useLanguage()
  const theme = useMemo(antdTheme, [])
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      getPopupContainer={(trigger) => trigger?.closest('main') ?? document.body}
    >
      {children}
    </ConfigProvider>
  )
}

function antdTheme(): ThemeConfig {
  const styles = getComputedStyle(document.documentElement)
  const token = (name: string) => styles.getPropertyValue(`--${name}`).trim()
  return {
    token: {
      colorPrimary: token('primary'),
      colorLink: token('primary'),
      colorSuccess: token('lamp-green'),
      colorWarning: token('lamp-yellow'),
      colorError: token('lamp-red'),
      colorText: token('ink'),
      colorTextSecondary: token('muted'),
      colorTextDescription: token('muted'),
      colorTextPlaceholder: token('muted'),
      colorBorder: token('line-strong'),
      colorBorderSecondary: token('line'),
      colorBgLayout: token('ground'),
      borderRadius: 6,
      borderRadiusLG: 6,
      borderRadiusSM: 6,
      controlHeight: Number.parseInt(token('height-target'), 10),
      fontFamily: token('font'),
      fontSize: 14,
      boxShadow: token('shadow'),
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
  }
}
