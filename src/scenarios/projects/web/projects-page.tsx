export function Page() {
  return <p>projects</p>
}
