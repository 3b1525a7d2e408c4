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

import { usePageShown } from '@quarterdeck/backstage-plugin-fleet-react';
import { useEffect } from 'react';

const WRITES = 'input, textarea, select, [contenteditable], [role="textbox"]';
const LAYER = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** What a key means here; a text field undoes its own text, and a dialog is about something else. */
function meaningOf(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  const { target, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (event.defaultPrevented || altKey || ctrlKey === metaKey) return undefined;
  if (target instanceof Element && target.closest(`${WRITES}, ${LAYER}`)) {
    return undefined;
  }
  const key = event.key.toLowerCase();
  if (key === 'z') return shiftKey ? 'redo' : 'undo';
  return key === 'y' && ctrlKey && !shiftKey ? 'redo' : undefined;
}

/** Ctrl+Z or Cmd+Z undoes; with Shift, or Ctrl+Y, does again. Only on the page that is shown: others are kept hidden beside it. */
export function useHistoryKeys(undo: () => void, redo: () => void): void {
  const shown = usePageShown();
  useEffect(() => {
    if (!shown) return undefined;
    const listen = (event: KeyboardEvent) => {
      const meaning = meaningOf(event);
      if (!meaning) return;
      event.preventDefault();
      (meaning === 'undo' ? undo : redo)();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [shown, undo, redo]);
}
