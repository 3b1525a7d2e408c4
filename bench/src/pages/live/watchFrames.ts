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

import type { Page } from 'playwright-core';

/** How evenly a page was drawn. */
export interface FrameFigures {
  readonly seconds: number;
  readonly frames: number;
  /** From one frame to the next, milliseconds. */
  readonly frameMs: {
    readonly p50: number;
    readonly p99: number;
    readonly longest: number;
  };
  /** Frames whose work, from its begin to the drawing, took more than 50 ms: the browser's own long animation frames. */
  readonly longFrames: number;
  /** The longest work for one frame, milliseconds; 0 when none took more than 50. */
  readonly longestWork: number;
  /** What was at work in the longest, for whoever wants to improve it. */
  readonly longestScripts: string;
  /** Times a second that something of the page's content changed. */
  readonly changesPerSecond: number;
}

interface Watched {
  readonly frames: number[];
  readonly long: { duration: number; scripts: string[] }[];
  changes: number;
}

/** Watches every frame of a page for a while. */
export async function watchFrames(
  page: Page,
  seconds: number,
): Promise<FrameFigures> {
  const { frames, long, changes } = await page.evaluate(watch, seconds);
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  const longest = [...long].sort((a, b) => b.duration - a.duration)[0];
  return {
    seconds,
    frames: frames.length,
    frameMs: { p50: at(0.5), p99: at(0.99), longest: at(1) },
    longFrames: long.length,
    longestWork: longest?.duration ?? 0,
    longestScripts: longest?.scripts.join('; ') ?? '',
    changesPerSecond: changes / seconds,
  };
}

/** Runs in the page. */
async function watch(seconds: number): Promise<Watched> {
  const seen: Watched = { frames: [], long: [], changes: 0 };
  const begin = performance.now();
  const observer = new PerformanceObserver(list => {
    for (const entry of list.getEntries() as any[]) {
      if (entry.startTime < begin) continue;
      seen.long.push({
        duration: entry.duration,
        scripts: entry.scripts.map(
          ({ invoker, duration, sourceFunctionName, sourceURL }: any) =>
            `${Math.round(duration)} ms ${invoker} ${sourceFunctionName} ${sourceURL.split('/').pop()}`,
        ),
      });
    }
  });
  observer.observe({ type: 'long-animation-frame' });
  const mutations = new MutationObserver(() => {
    seen.changes += 1;
  });
  mutations.observe(document.querySelector('main') ?? document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  await new Promise<void>(resolve => {
    let last = begin;
    const next = (now: number) => {
      seen.frames.push(now - last);
      last = now;
      if (now - begin < seconds * 1_000) requestAnimationFrame(next);
      else resolve();
    };
    requestAnimationFrame(now => {
      last = now;
      requestAnimationFrame(next);
    });
  });
  // Entries come after their frame.
  await new Promise(resolve => setTimeout(resolve, 500));
  observer.disconnect();
  mutations.disconnect();
  return seen;
}
