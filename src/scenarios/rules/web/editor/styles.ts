import diagram from 'dmn-js/dist/assets/diagram-js.css?url'
import font from 'dmn-js/dist/assets/dmn-font/css/dmn.css?url'
import boxed from 'dmn-js/dist/assets/dmn-js-boxed-expression.css?url'
import boxedControls from 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css?url'
import table from 'dmn-js/dist/assets/dmn-js-decision-table.css?url'
import tableControls from 'dmn-js/dist/assets/dmn-js-decision-table-controls.css?url'
import drd from 'dmn-js/dist/assets/dmn-js-drd.css?url'
import literal from 'dmn-js/dist/assets/dmn-js-literal-expression.css?url'
import shared from 'dmn-js/dist/assets/dmn-js-shared.css?url'

const sheets = [diagram, shared, drd, table, tableControls, literal, boxed, boxedControls, font]

/** Brings the styles of dmn-js to the page, once: all styles of ours are one file, and only this page needs these. */
export function bringStyles(): Promise<unknown> {
  return Promise.all(sheets.map(bring))
}

function bring(href: string): Promise<void> {
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve()
  return new Promise((done) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
    link.addEventListener('load', () => done())
    link.addEventListener('error', () => done())
    document.head.append(link)
  })
}
