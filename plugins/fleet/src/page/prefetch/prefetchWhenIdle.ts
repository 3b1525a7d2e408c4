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
/** After this the first screen has its data. */
const START_AFTER_MS = 3_000;

interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

function isMetered(): boolean {
  const { connection } = navigator as { connection?: Connection };
  return (
    connection?.saveData === true ||
    connection?.effectiveType?.endsWith('2g') === true
  );
}

function nextIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, 50);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work);
  return () => cancelIdleCallback(handle);
}

/**
 * Loads what will probably be wanted, one piece after the other, while the browser has nothing else to do; nothing over a connection that is
 * slow or to be saved. The returned function ends it.
 */
export function prefetchWhenIdle(
  loads: Iterable<() => Promise<unknown>>,
): () => void {
  if (isMetered()) return () => {};
  const rest = loads[Symbol.iterator]();
  let cancel = () => {};
  let ended = false;
  const goOn = () => {
    if (ended) return;
    cancel = nextIdle(() => {
      const next = rest.next();
      // It will be tried again when it is wanted, and say then why it failed.
      if (!next.done) next.value().then(goOn, goOn);
    });
  };
  const timer = setTimeout(goOn, START_AFTER_MS);
  return () => {
    ended = true;
    clearTimeout(timer);
    cancel();
  };
}
