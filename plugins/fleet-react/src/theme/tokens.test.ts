/*
 * Copyright 2026 The Quarterdeck Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/**
 * @jest-environment node
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const css = readFileSync(resolve(__dirname, 'tokens.css'), 'utf8');

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    Array.from(block.matchAll(/--fleet-([\w-]+): (#[0-9a-f]{6});/g), match => [
      match[1],
      match[2],
    ]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045
      ? channel / 12.92
      : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

// Backstage UI's --bui-bg-app and --bui-bg-neutral-1 to -2; in the dark also ours, which are mixed from them.
const themes = [
  {
    selector: "[data-theme-mode='light']",
    surfaces: ['#f5f5f5', '#ffffff', '#f7f7f7'],
  },
  {
    selector: "[data-theme-mode='dark']",
    surfaces: [
      '#1c1c1c',
      '#292828',
      '#323131',
      '#333333',
      '#424141',
      '#504f4f',
    ],
  },
];

describe.each(themes)('colours of $selector', ({ selector, surfaces }) => {
  const tokens = tokensOf(selector);
  const names = [...tokens.keys()];
  const shapes = names.filter(name => name.endsWith('-shape'));
  const tints = names.filter(name => name.endsWith('-tint') || name === 'glow');
  const texts = names.filter(
    name => ![...shapes, ...tints, 'focus'].includes(name),
  );

  it.each(texts)('%s can be read as text', name => {
    const ratios = surfaces.map(it => contrast(tokens.get(name)!, it));
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...shapes, 'focus'])('%s can be seen as a shape', name => {
    const ratios = surfaces.map(it => contrast(tokens.get(name)!, it));
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(3);
  });

  it.each(tints)('text can be read on %s', name => {
    const written =
      name === 'glow' ? ['fg'] : ['fg', name.replace('-tint', '')];
    const ratios = written.map(text =>
      contrast(tokens.get(text)!, tokens.get(name)!),
    );
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('colours of high contrast', () => {
  const block = css.slice(css.indexOf('@media (forced-colors: active)'));
  const [light, dark] = themes.map(({ selector }) => tokensOf(selector));
  const lines = [...light.keys()].filter(name => name.startsWith('series-'));
  const shapes = [...light.keys()].filter(name => name.endsWith('-shape'));

  it.each(lines)('%s is as in light and dark', name => {
    expect(block).toContain(
      `--fleet-${name}: light-dark(${light.get(name)}, ${dark.get(name)});`,
    );
  });

  it.each(shapes.filter(name => !lines.includes(name)))(
    "%s is the person's own",
    name => expect(block).toContain(`--fleet-${name}: CanvasText;`),
  );
});
