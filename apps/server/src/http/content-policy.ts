import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * What a page may load: its own files, pictures it draws itself, and the styles that components set. Scripts that
 * stand inside index.html are allowed by their hash, others not at all.
 */
export function contentPolicy(pages: string | undefined, isHttps: boolean) {
  return {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'", ...inlineScripts(pages)],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'", 'data:'],
      'worker-src': ["'self'", 'blob:'],
      'object-src': ["'none'"],
      'base-uri': ["'self'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      ...(isHttps && { 'upgrade-insecure-requests': [] }),
    },
  };
}

function inlineScripts(pages: string | undefined): string[] {
  if (pages === undefined) return [];
  const html = readFileSync(`${pages}/index.html`, 'utf8');
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  return scripts.map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
}
