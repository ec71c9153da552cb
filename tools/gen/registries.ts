import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A file that is written from other files, and committed. */
export type Generated = {
  /** Its path from the root of the clone. */
  readonly file: string
  render(root: string): string | Promise<string>
}

/** The lists of scenarios that server and pages load: every folder of `src/scenarios/` with the manifest in question. */
export const registries: readonly Generated[] = [
  registry('src/apps/server/registry.generated.ts', 'scenario.ts', 'scenario'),
  registry('src/apps/web/registry.generated.ts', 'pages.ts', 'pages'),
]

function registry(file: string, manifest: string, exported: string): Generated {
  return {
    file,
    render(root) {
      const ids = listScenarios(root, manifest)
      const imports = ids.map((id) => `import { ${exported} as ${nameFor(id)} } from '#scenarios/${id}/${manifest}'\n`)
      const gap = ids.length > 0 ? '\n' : ''
      return `// Written by npm run gen from the folders of src/scenarios.\n${imports.join('')}${gap}export const scenarios = [${ids.map(nameFor).join(', ')}] as const\n`
    },
  }
}

function listScenarios(root: string, manifest: string): string[] {
  const folder = join(root, 'src', 'scenarios')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((id) => existsSync(join(folder, id, manifest)))
    .sort()
}

/** `talent-flats` → `talentFlats`. */
function nameFor(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
