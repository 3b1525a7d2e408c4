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

import { ChannelFrame } from './ClientStream';

/** The frames as one piece, made once for all streams that get the same ones: a write for each frame would cost more than all else. */
export function joinedBytes(
  known: Map<string, Buffer>,
  frames: readonly ChannelFrame[],
): Buffer {
  const key = frames.map(({ frame }) => frame.sequence).join();
  let bytes = known.get(key);
  if (!bytes) {
    bytes = Buffer.concat(frames.map(({ frame }) => frame.bytes));
    known.set(key, bytes);
  }
  return bytes;
}
