import Modeler from 'dmn-js/lib/Modeler'
import Viewer from 'dmn-js/lib/NavigatedViewer'
import { bringStyles } from './styles.ts'
import { translateModule } from './translate.ts'

/** A diagram, or one decision of it. */
export type DmnView = { readonly id: string; readonly kind: string; readonly name: string }

/** An open document. */
export type OpenDmn = {
  load(xml: string): Promise<readonly DmnView[]>
  active(): string | undefined
  show(id: string): Promise<void>
  read(): Promise<string>
  close(): void
}

type Options = { readonly mayEdit: boolean; readonly language: 'zh' | 'en' }

/** Opens dmn-js on a ground. Its mark stays in sight, as its licence asks. */
export function openDmn(container: HTMLElement, { mayEdit, language }: Options): OpenDmn {
  const part = { additionalModules: language === 'zh' ? [translateModule] : [] }
  const Tool = mayEdit ? Modeler : Viewer
  const dmn = new Tool({ container, drd: part, decisionTable: part, literalExpression: part, boxedExpression: part })
  const idOf = (view: { readonly element: { readonly id: string } }) => view.element.id
  return {
    async load(xml) {
      await bringStyles()
      await dmn.importXML(xml)
      const views = dmn.getViews()
      const table = views.find(({ type }) => type === 'decisionTable')
      if (table) await dmn.open(table)
      return views.map((view) => ({ id: idOf(view), kind: view.type, name: view.element.name ?? idOf(view) }))
    },
    active() {
      const view = dmn.getActiveView()
      return view && idOf(view)
    },
    async show(id) {
      const view = dmn.getViews().find((one) => idOf(one) === id)
      if (view) await dmn.open(view)
      if (view?.type === 'drd') showWhole(dmn.getActiveViewer()?.get('canvas'))
    },
    read: async () => (await dmn.saveXML({ format: true })).xml,
    close: () => dmn.destroy(),
  }
}

type Canvas = {
  zoom(to: 'fit-viewport' | number, centre?: 'auto'): number
  scroll(by: { dx: number; dy: number }): void
}

/** The whole diagram, beside the tools at the left and below the name at the top. */
function showWhole(canvas: Canvas | undefined): void {
  canvas?.zoom(canvas.zoom('fit-viewport') * 0.9, 'auto')
  canvas?.scroll({ dx: 20, dy: 110 })
}
