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

import { render } from '@testing-library/react';
import { Sparkline } from './Sparkline';

function pathOf(values: (number | null)[]) {
  const { container } = render(<Sparkline values={values} />);
  const svg = container.querySelector('svg')!;
  expect(svg).toHaveAttribute('aria-hidden', 'true');
  return svg.querySelector('path')!.getAttribute('d');
}

describe('Sparkline', () => {
  it('draws from zero, with gaps and lone figures', () => {
    expect(pathOf([0, 4, null, 2, null])).toBe('M0,18.5L25,1.5M75,10h0.01');
    expect(pathOf([0, 0])).toBe('M0,18.5L100,18.5');
    expect(pathOf([])).toBe('');
  });
});
