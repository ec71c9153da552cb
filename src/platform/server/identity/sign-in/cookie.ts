/** The cookie that carries a session's token. */
export const sessionCookie = 'xianqu_session'

/** The token in a request's Cookie header, if one is there that could be ours. */
export function tokenOf(cookieHeader: string | undefined): string | undefined {
  const found = cookieHeader?.split(';').find((pair) => pair.trim().startsWith(`${sessionCookie}=`))
  const token = found?.trim().slice(sessionCookie.length + 1)
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined
}

/** A Set-Cookie value that hands the token over; it lasts until the browser closes, and the server ends it sooner. */
export function cookieFor(token: string, secure: boolean): string {
  return `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** A Set-Cookie value that takes the token away. */
export function cookieCleared(secure: boolean): string {
  return `${sessionCookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`
}
