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
 * Time and chance, passed in so that every wait can be tested.
 *
 * @public
 */
export interface TimeSource {
  /** Epoch milliseconds. */
  now(): number;
  /** At least 0, less than 1. */
  random(): number;
  /** Calls back once after some milliseconds, unless the returned function is called before. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Calls back before the next picture is drawn; soon, when none is. */
  nextFrame(callback: () => void): () => void;
}

// Frames stop in hidden and covered tabs.
const LONGEST_FRAME_MS = 100;

/** The browser's own clock. */
export const browserTime: TimeSource = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  nextFrame: callback => {
    let frame: number | undefined;
    const timer = setTimeout(() => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      callback();
    }, LONGEST_FRAME_MS);
    if (typeof requestAnimationFrame === 'function') {
      frame = requestAnimationFrame(() => {
        clearTimeout(timer);
        callback();
      });
    }
    return () => {
      clearTimeout(timer);
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  },
};
