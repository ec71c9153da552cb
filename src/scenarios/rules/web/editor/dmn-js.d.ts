// dmn-js comes without types; these are the parts that we call.
type DmnJsView = { readonly type: string; readonly element: { readonly id: string; readonly name?: string } }

declare class DmnJsTool {
  constructor(options: Readonly<Record<string, unknown>>)
  importXML(xml: string): Promise<unknown>
  getViews(): readonly DmnJsView[]
  getActiveView(): DmnJsView | undefined
  getActiveViewer():
    | {
        get(name: 'canvas'): {
          zoom(to: 'fit-viewport' | number, centre?: 'auto'): number
          scroll(by: { dx: number; dy: number }): void
        }
      }
    | undefined
  open(view: DmnJsView): Promise<unknown>
  saveXML(options: { readonly format: boolean }): Promise<{ readonly xml: string }>
  destroy(): void
}

declare module 'dmn-js/lib/Modeler' {
  export default DmnJsTool
}
declare module 'dmn-js/lib/NavigatedViewer' {
  export default DmnJsTool
}
