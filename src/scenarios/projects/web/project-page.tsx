export function Page() {
  return <p>project</p>
}
