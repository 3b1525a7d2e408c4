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

import { WorkSlicer } from '../inventory/scheduling/WorkSlicer';

/**
 * Does work of many steps within the time that a turn of the event loop has for it. What is short is done before this answers.
 *
 * @returns a function that ends it early.
 */
export function runInSteps<TResult>(
  slicer: WorkSlicer,
  work: Generator<void, TResult>,
  done: (result: TResult) => void,
): () => void {
  let stopped = false;
  const go = () => {
    if (stopped) return;
    // It is this work's turn: at least one step, whoever else waits.
    do {
      const step = work.next();
      if (step.done) {
        done(step.value);
        return;
      }
    } while (slicer.hasTime());
    slicer.defer(go);
  };
  go();
  return () => {
    stopped = true;
  };
}
