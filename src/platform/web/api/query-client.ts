import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem, UnansweredError } from './failure.ts'

/** The list of the day, as `clientOf('day')` keys it: whatever somebody does may change what they owe. */
const dayKey = [['day']] as const

/** The cache of the screens. `onSignedOut` is called when the server says that nobody is signed in. */
export function queryClient(onSignedOut: (client: QueryClient) => void): QueryClient {
  const onError = (error: Error) => {
    if (isProblem(error, 'session.required')) onSignedOut(client)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError, onSuccess: () => client.invalidateQueries({ queryKey: dayKey }) }),
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: 10_000, retry: mayPass },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}

function mayPass(failures: number, error: Error): boolean {
  return failures < 2 && ((error instanceof UnansweredError && navigator.onLine) || isProblem(error, 503))
}
