/**
 * The records of a CSV text under the names of its columns, read by other means than the product's: one character at a
 * time, by the plain rules of CSV. Tests count with it what the product should have counted.
 */
export function plainRows(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let place = 0; place < text.length; place++) {
    const character = text.charAt(place);
    if (quoted && character === '"' && text[place + 1] === '"') {
      cell += '"';
      place += 1;
    } else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ',' || character === '\n')) {
      row.push(cell.replace(/\r$/, ''));
      cell = '';
      if (character === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += character;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  const [header = [], ...data] = rows;
  return data.map((cells) => Object.fromEntries(header.map((name, place) => [name, cells[place] ?? ''])));
}
