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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiDraggable } from '@remixicon/react';
import { KeyboardEvent, useSyncExternalStore } from 'react';
import { fleetTranslationRef } from '../../translation';
import styles from './MoveHandle.module.css';
import { stepOfKey } from './gestures/cardSteps';
import { GridController } from './gestures/GridController';

/** What a card is moved by: dragged, or picked up by key and moved with the arrows. */
export function MoveHandle(props: {
  controller: GridController;
  id: string;
  name: string;
  /** Id of the text that says how it is done. */
  instructions: string;
}) {
  const { controller, id, name, instructions } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const picked = useSyncExternalStore(
    controller.subscribe,
    () => controller.picked === id,
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const step = picked ? stepOfKey(event.key, event.shiftKey) : undefined;
    const cancels = picked && event.key === 'Escape';
    // A key that is held down would pick the card up and drop it in turns.
    const again = event.repeat && (event.key === 'Enter' || event.key === ' ');
    if (!step && !cancels && !again) return;
    event.preventDefault();
    event.stopPropagation();
    if (step) controller.step(id, step);
    if (cancels) controller.release(id, false);
  };

  return (
    <button
      type="button"
      className={styles.handle}
      aria-label={t('grid.handle', { name })}
      aria-describedby={instructions}
      aria-pressed={picked}
      onPointerDown={event =>
        controller.drag(event.nativeEvent, event.currentTarget, id)
      }
      // Clicks of a pointer have a count; those of keys and of screen readers have none.
      onClick={event => event.detail === 0 && controller.press(id)}
      onKeyDown={onKeyDown}
      onBlur={event => {
        const windowLost = document.activeElement === event.currentTarget;
        if (!windowLost) controller.release(id, true);
      }}
    >
      <RiDraggable aria-hidden size={16} />
    </button>
  );
}
