import type { Theme } from 'mind-elixir'

/** The map in the tokens of the screens. */
export const mapTheme: Theme = {
  name: 'xianqu',
  type: 'light',
  palette: ['#0b57d0', '#5b6776', '#1a7f37', '#9a6700', '#6e4bb5', '#0a7a86'],
  cssVar: {
    '--node-gap-x': '28px',
    '--node-gap-y': '8px',
    '--main-gap-x': '56px',
    '--main-gap-y': '28px',
    '--main-color': 'var(--ink)',
    '--main-bgcolor': 'var(--surface)',
    '--main-bgcolor-transparent': 'rgb(255 255 255 / 80%)',
    '--color': 'var(--ink)',
    '--bgcolor': 'var(--surface)',
    '--selected': 'var(--primary)',
    '--accent-color': 'var(--primary)',
    '--root-color': 'var(--on-primary)',
    '--root-bgcolor': 'var(--primary)',
    '--root-border-color': 'transparent',
    '--root-radius': '6px',
    '--main-radius': '6px',
    '--topic-padding': '4px 8px',
    '--panel-color': 'var(--ink)',
    '--panel-bgcolor': 'var(--surface)',
    '--panel-border-color': 'var(--line)',
    '--map-padding': '40px',
  },
}
