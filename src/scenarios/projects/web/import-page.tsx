export function Page() {
  return <p>import</p>
}
