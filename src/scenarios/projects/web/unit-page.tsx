export function Page() {
  return <p>unit</p>
}
