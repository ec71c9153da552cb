import MindElixir, { type MindElixirInstance } from 'mind-elixir'
import { mapTheme } from './theme.ts'
import { middle, type Topic } from './topics.ts'
import 'mind-elixir/style.css'

type Acts = { readonly open?: (node: string) => void; readonly changed?: () => void }

/** Draws the map; one that may be changed tells so each time it was. */
export function drawMap(el: HTMLElement, topics: Topic, { open, changed }: Acts): MindElixirInstance {
  const isNarrow = el.clientWidth < 700
  const map: MindElixirInstance = new MindElixir({
    el,
    direction: isNarrow ? MindElixir.RIGHT : MindElixir.SIDE,
    editable: changed !== undefined,
    contextMenu: false,
    toolBar: false,
    allowUndo: changed !== undefined,
    newTopicName: '新节点',
    theme: mapTheme,
    keypress: changed ? { ' ': () => fold(map) } : keysToLook(() => map, open),
  })
  map.generateNewObj = () => ({ id: newNodeId(), topic: map.newTopicName })
  map.init({ nodeData: topics })
  if (changed) map.bus.addListener('operation', ({ name }) => name !== 'beginEdit' && changed())
  showWhole(map)
  return map
}

function keysToLook(map: () => MindElixirInstance, open: Acts['open']) {
  const nothing = () => undefined
  return {
    Enter: () => {
      const id = map().currentNodes[0]?.nodeObj.id
      if (id && id !== middle) open?.(id)
    },
    ' ': () => fold(map()),
    ...{ Tab: nothing, F2: nothing, Delete: nothing, Backspace: nothing, PageUp: nothing, PageDown: nothing },
  }
}

function fold(map: MindElixirInstance): void {
  const [picked] = map.currentNodes
  if (picked?.nodeObj.children?.length) map.expandNode(picked)
}

const leastScale = 0.6

/** As much of the map as can be read at once. */
function showWhole(map: MindElixirInstance): void {
  const { width, height } = map.nodes.getBoundingClientRect()
  const fit = Math.min(map.container.clientWidth / width, map.container.clientHeight / height)
  if (fit < 1) map.scale(Math.max(leastScale, fit))
  map.toCenter()
}

/** A random id (RFC 9562, version 4), where the page is not served over TLS, too. */
function newNodeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
