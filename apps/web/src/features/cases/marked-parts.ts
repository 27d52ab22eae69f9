export interface TextPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text cut where any of the words stands in it, as the search finds them: letter by letter. Overlaps become one mark. */
export function markedParts(text: string, words: readonly string[]): TextPart[] {
  const isHit = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    if (word === '') continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) isHit.fill(true, at, at + word.length);
  }
  const parts: { text: string; isMarked: boolean }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const isMarked = isHit[at] === true;
    const last = parts.at(-1);
    if (last?.isMarked === isMarked) last.text += text.charAt(at);
    else parts.push({ text: text.charAt(at), isMarked });
  }
  return parts;
}
