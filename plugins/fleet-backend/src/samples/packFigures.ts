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

import { deflateRawSync, inflateRawSync } from 'node:zlib';

const BYTES = 8;
/** Far above the largest block, so that a damaged row cannot fill the memory. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Packs figures; NaN stands for none.
 *
 * @remarks
 *
 * First bytes of all figures, then second bytes, and so on: figures that hardly change share most of them, so that an hour of a count
 * takes some 20 bytes.
 */
export function packFigures(figures: Float64Array): Buffer {
  const planes = Buffer.allocUnsafe(figures.length * BYTES);
  const one = Buffer.allocUnsafe(BYTES);
  for (let place = 0; place < figures.length; place++) {
    one.writeDoubleLE(figures[place]);
    for (let plane = 0; plane < BYTES; plane++) {
      planes[plane * figures.length + place] = one[plane];
    }
  }
  return deflateRawSync(planes);
}

/** @throws Error when it is not what `packFigures` wrote. */
export function unpackFigures(packed: Uint8Array): Float64Array {
  const planes = inflateRawSync(packed, { maxOutputLength: MOST_BYTES });
  if (planes.length % BYTES !== 0) {
    throw new Error('A block of samples is damaged');
  }
  const figures = new Float64Array(planes.length / BYTES);
  const one = Buffer.allocUnsafe(BYTES);
  for (let place = 0; place < figures.length; place++) {
    for (let plane = 0; plane < BYTES; plane++) {
      one[plane] = planes[plane * figures.length + place];
    }
    figures[place] = one.readDoubleLE();
  }
  return figures;
}
