/** The streams of what supervision keeps, and the kinds of its obligations. */
export const matterStream = (id: string) => `supervision.matter/${id}`
export const dutyStream = (id: string) => `supervision.duty/${id}`
/** A request belongs to its duty, and is dealt with on the duty's page. */
export const requestStream = (duty: string, id: string) => `supervision.duty/${duty}/requests/${id}`

/** The personal value of a matter. */
export const complainantField = 'complainant'

/** What a unit owes of a matter. */
export const dutyObligation = 'duty'

/** The answer that a request is owed. */
export const requestObligation = 'duty-request'
