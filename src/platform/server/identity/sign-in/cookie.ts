/** A cookie that carries a session's token. */
export type SessionCookie = {
  /** The token in a request's Cookie header, if one is there that could be ours. */
  tokenOf(cookieHeader: string | undefined): string | undefined
  /** A Set-Cookie value that hands the token over; it lasts until the browser closes, and the server ends it sooner. */
  handOver(token: string, secure: boolean): string
  /** A Set-Cookie value that takes the token away. */
  takeAway(secure: boolean): string
}

/** The cookie that carries the session of somebody at work. */
export const sessionCookie = 'xianqu_session'

/**
 * Makes such a cookie under a name of its own.
 * @example sessionCookieNamed('xianqu_resident').tokenOf(request.headers.cookie)
 */
export function sessionCookieNamed(name: string): SessionCookie {
  const attributes = (secure: boolean) => `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    tokenOf: (cookieHeader) => {
      const found = cookieHeader?.split(';').find((pair) => pair.trim().startsWith(`${name}=`))
      const token = found?.trim().slice(name.length + 1)
      return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined
    },
    handOver: (token, secure) => `${name}=${token}; ${attributes(secure)}`,
    takeAway: (secure) => `${name}=; Max-Age=0; ${attributes(secure)}`,
  }
}

export const { tokenOf, handOver: cookieFor, takeAway: cookieCleared } = sessionCookieNamed(sessionCookie)
