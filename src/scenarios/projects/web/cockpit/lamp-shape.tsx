import type { LampColour } from '#platform/web/vocabulary/lamp.tsx'

/** A lamp's shape in the size of the text around it. */
export function LampShape({ colour }: { readonly colour: LampColour }) {
  return (
    <svg viewBox="0 0 14 14" width="1em" height="1em" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      {shapes[colour]}
    </svg>
  )
}

const shapes = {
  white: <circle cx="7" cy="7" r="5" fill="none" stroke="var(--lamp-white)" strokeWidth="2" />,
  blue: (
    <path
      d="M2.500 7.500 7 3l4.500 4.500M2.500 12 7 7.500 11.500 12"
      fill="none"
      stroke="var(--lamp-blue)"
      strokeWidth="2.200"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  ),
  green: <circle cx="7" cy="7" r="6" fill="var(--lamp-green)" />,
  yellow: <path d="M7 1 13.600 12.600H.4z" fill="var(--lamp-yellow)" />,
  red: <rect x="1.500" y="1.500" width="11" height="11" rx="1" fill="var(--lamp-red)" />,
} as const
