import { onScopeDispose } from 'vue';

interface Actions {
  readonly hold: () => void;
  readonly go: (step: number) => void;
  readonly leave: () => void;
}

/** Space holds and lets go, the arrows turn, F fills the screen, Escape leaves (out of the full screen first). */
export function useWallKeys({ hold, go, leave }: Actions): void {
  const isFull = () => document.fullscreenElement !== null;
  const toggle = () => (isFull() ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isOnButton = event.target instanceof HTMLButtonElement;
    const act: Record<string, (() => void) | undefined> = {
      ' ': isOnButton ? undefined : hold,
      ArrowRight: () => go(1),
      ArrowLeft: () => go(-1),
      f: () => void toggle().catch(() => undefined),
      Escape: isFull() ? undefined : leave,
    };
    const found = act[event.key];
    if (!found) return;
    event.preventDefault();
    found();
  };
  addEventListener('keydown', onKey);
  onScopeDispose(() => removeEventListener('keydown', onKey));
}
