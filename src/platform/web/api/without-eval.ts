import { config } from 'zod'

// The page's security policy forbids making code from text; told so, zod does not even try.
config({ jitless: true })
