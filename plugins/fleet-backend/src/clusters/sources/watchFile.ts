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

import { FSWatcher, watch } from 'node:fs';
import path from 'node:path';

/** Several events belong to one change; an editor may take the file away before it puts the new one in place. */
const SETTLE = 100;
/** File systems over a network tell nothing. */
const LOOK_EVERY = 30_000;

/**
 * Calls back when a file may have changed. Its folder is watched, so that a file which is replaced, as editors and Kubernetes' mounts do, is not lost.
 * Answers with the end.
 */
export function watchFile(file: string, onChange: () => void): () => void {
  let settle: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  const changed = () => {
    clearTimeout(settle);
    settle = setTimeout(onChange, SETTLE);
    settle.unref();
  };
  const begin = () => {
    try {
      watcher = watch(path.dirname(file), { persistent: false }, changed);
      watcher.on('error', () => {
        watcher?.close();
        watcher = undefined;
      });
    } catch {
      // The folder is not there yet: looked for again below.
    }
  };
  begin();
  const look = setInterval(() => {
    if (!watcher) begin();
    onChange();
  }, LOOK_EVERY);
  look.unref();
  return () => {
    clearTimeout(settle);
    clearInterval(look);
    watcher?.close();
  };
}
