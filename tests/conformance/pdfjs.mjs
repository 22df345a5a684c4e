// The text of a PDF as Firefox finds it: PDFJS=…/pdf.mjs node pdfjs.mjs FILE.pdf
import fs from 'fs';

// It says on the same output that it can't draw.
console.log = console.warn = () => {};
const {getDocument} = await import(process.env.PDFJS);
const data = new Uint8Array(fs.readFileSync(process.argv[2]));
const pages = await getDocument({data, verbosity: 0}).promise;
for (let number = 1; number <= pages.numPages; number++) {
  const {items} = await (await pages.getPage(number)).getTextContent();
  process.stdout.write(items.map(item => item.str + (item.hasEOL ? '\n' : '')).join('') + '\n');
}
