/** Where one is on the television. */
export type Screen =
  | { readonly at: 'home' | 'cases' }
  | { readonly at: 'matter'; readonly matter: string }
  | { readonly at: 'sign-in'; readonly next: Screen }
