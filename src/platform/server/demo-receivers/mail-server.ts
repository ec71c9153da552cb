import { createServer, type Server } from 'node:net'

/**
 * A mail server that takes every mail (RFC 5321, as much of it as a client needs) or has the fault of the moment: `500` for later, `404`
 * for a box that is not there, `down`.
 */
export function mailServer(fault: () => string | undefined, onMail: (text: string) => void): Server {
  return createServer((socket) => {
    const say = (line: string) => socket.write(`${line}\r\n`)
    let isData = false
    let text = ''
    const commands: Readonly<Record<string, () => void>> = {
      EHLO: () => say('250 simulator'),
      MAIL: () => {
        const next = fault()
        if (next === '500') say('451 try later')
        else if (next === '404') say('550 no such box')
        else if (next === 'down') socket.destroy()
        else say('250 ok')
      },
      RCPT: () => say('250 ok'),
      DATA: () => {
        isData = true
        say('354 go on')
      },
      QUIT: () => socket.end('221 bye\r\n'),
    }
    const take = (line: string) => {
      if (!isData) return (commands[line.slice(0, 4).toUpperCase()] ?? (() => say('500 what?')))()
      if (line !== '.') {
        text += `${line}\n`
        return
      }
      isData = false
      onMail(text)
      text = ''
      say('250 taken')
    }
    let rest = ''
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) take(line)
    })
    socket.on('error', () => undefined)
    say('220 simulator')
  })
}
