const paths = {
  today: 'M7 3v3M17 3v3M4 9h16M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Zm4 9.5 2 2 4-4',
  projects: 'M6 4v13a3 3 0 0 0 3 3h4M6 9h7M15 7h5v4h-5zM15 18h5v4h-5zM4 2h4v3H4z',
  unit: 'M4 21V6l8-3 8 3v15M2 21h20M9 21v-5h6v5M8 9h2M14 9h2M8 13h2M14 13h2',
  board: 'M4 20v-6h5.500M9.500 20V8h5v12M14.500 11H20v9M3 20h18',
  me: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c.6-4 3.800-6 8-6s7.400 2 8 6',
  next: 'm9 5 7 7-7 7',
  back: 'm15 5-7 7 7 7',
  down: 'm5 9 7 7 7-7',
  close: 'M5 5l14 14M19 5 5 19',
  camera:
    'M4 8h3.500L9 5.500h6L16.500 8H20a1 1 0 0 1 1 1v9.500a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1Zm8 9a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Z',
  file: 'M6 3h8l5 5v12a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm8 0v5h5',
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  download: 'M12 4v12M7 11l5 5 5-5M4 20h16',
  check: 'm5 12.500 4.500 4.500L19 7',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21.500h4',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.500 2',
  flag: 'M5 21V4m0 1h13l-3 4.500 3 4.500H5',
  more: 'M5 12h.010M12 12h.010M19 12h.010',
  late: 'M12 3 2.500 20h19zM12 10v5M12 17.500v.2',
  pause: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM10 9v6M14 9v6',
  seal: 'M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6zM9 12l2.200 2.200L15.500 10',
  eye: 'M2 12s3.600-6.500 10-6.500S22 12 22 12s-3.600 6.500-10 6.500S2 12 2 12Zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4.500 4.500',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v5M12 7.800v.2',
  offline:
    'M3 3l18 18M8.500 16a5 5 0 0 1 7 0M5 12.500a10 10 0 0 1 4.500-2.600M14 9.800a10 10 0 0 1 5 2.700M2 9a14 14 0 0 1 4.500-3M11 5a14 14 0 0 1 11 4M12 19.500v.2',
} as const

/** The name of a drawing. */
export type IconName = keyof typeof paths

/** A drawing beside words; it says nothing by itself to a screen reader. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      <path d={paths[name]} />
    </svg>
  )
}
