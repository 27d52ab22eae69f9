import { describe, expect, it } from 'vitest';
import { runningHead } from './running-head.ts';

describe('the margins of a printed page', () => {
  it('say what it is about, where it came from and which sheet it is', () => {
    const css = runningHead('诉警 Tocsin · 总览', 'http://127.0.0.1:7070/overview');
    expect(css).toContain('@top-left { content: "诉警 Tocsin · 总览";');
    expect(css).toContain('@bottom-left { content: "http://127.0.0.1:7070/overview";');
    expect(css).toContain('counter(page) " / " counter(pages)');
    expect(css).toContain('@page :first { @top-left { content: none; } }');
  });

  it('cannot be broken out of by a name', () => {
    const css = runningHead('a"; } * { display: none } \\', 'b\nc');
    expect(css).toContain(String.raw`content: "a\"; } * { display: none } \\";`);
    expect(css).toContain('content: "b c";');
  });
});
