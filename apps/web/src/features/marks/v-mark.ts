import type { ObjectDirective } from 'vue';
import type { Mark } from './mark.ts';
import { openMarkMenu } from './mark-menu.ts';

const marks = new WeakMap<EventTarget, Mark | undefined>();

function open(event: MouseEvent | KeyboardEvent) {
  const element = event.currentTarget as HTMLElement;
  const mark = marks.get(element);
  if (mark === undefined) return;
  const isKey = event instanceof KeyboardEvent;
  if (isKey && event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
  event.preventDefault();
  const { left, bottom } = element.getBoundingClientRect();
  openMarkMenu(mark, isKey ? { x: left + 16, y: bottom } : { x: event.clientX, y: event.clientY });
}

/** Gives an element the menu of its mark: by the right button, the menu key, Shift+F10 or a long press. */
export const vMark: ObjectDirective<HTMLElement, Mark | undefined> = {
  mounted(element, { value }) {
    marks.set(element, value);
    element.addEventListener('contextmenu', open);
    element.addEventListener('keydown', open);
  },
  updated: (element, { value }) => void marks.set(element, value),
};
