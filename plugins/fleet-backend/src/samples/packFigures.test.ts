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

import { deflateRawSync } from 'node:zlib';
import { packFigures, unpackFigures } from './packFigures';

describe('packFigures', () => {
  it('loses nothing, and takes little for figures that hardly change', () => {
    const figures = Float64Array.from({ length: 60 }, (_, minute) =>
      minute === 7 ? NaN : 12 + (minute % 20 === 0 ? 1 : 0),
    );
    const packed = packFigures(figures);
    expect(unpackFigures(packed)).toEqual(figures);
    expect(packed.length).toBeLessThan(60);

    const wild = Float64Array.from([0, -0, 1e300, -1.5, NaN, 2 ** 53, 0.1]);
    expect(unpackFigures(packFigures(wild))).toEqual(wild);
    expect(unpackFigures(packFigures(new Float64Array()))).toHaveLength(0);
  });

  it('refuses what it did not write', () => {
    expect(() => unpackFigures(Buffer.from('nonsense'))).toThrow();
    expect(() => unpackFigures(deflateRawSync(Buffer.alloc(9)))).toThrow(
      'damaged',
    );
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    expect(() => unpackFigures(bomb)).toThrow();
  });
});
