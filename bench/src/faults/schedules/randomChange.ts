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

import { event, node } from '../world/shopObjects';
import type { StoreEditor } from '../world/StoreEditor';
import type { Dice } from './Dice';

const NAMESPACES = ['shop', 'data'];

/** Pods that no change touches: whoever says that all is well must show them. */
export const ANCHOR = /^anchor-/;

/** Changes something at random, and says what. */
export function randomChange(edit: StoreEditor, dice: Dice): string {
  const pods = edit.pods.filter(({ metadata }) => !ANCHOR.test(metadata.name));
  const some = pods.length > 0 ? dice.of(pods) : undefined;
  const serial = `${dice.between(0, 1e9).toString(36)}`;
  switch (dice.between(0, 9)) {
    case 0:
    case 1:
      edit.createPod(dice.of(NAMESPACES), `pod-${serial}`);
      return `create pod-${serial}`;
    case 2:
      if (!some) return 'nothing';
      edit.delete(some);
      return `delete ${some.metadata.name}`;
    case 3:
      if (!some) return 'nothing';
      edit.recreate(some);
      return `recreate ${some.metadata.name}`;
    case 4: {
      const [first] = edit.list('v1', 'Node');
      const unschedulable = dice.chance(0.5);
      edit.update({ ...first, spec: { unschedulable } });
      return `node unschedulable: ${unschedulable}`;
    }
    case 5:
      edit.create(event(dice.of(NAMESPACES), `event-${serial}`));
      return `create event-${serial}`;
    case 6: {
      const deployment = dice.of(edit.list('apps/v1', 'Deployment'));
      const readyReplicas = dice.between(0, 2);
      edit.update({
        ...deployment,
        status: { ...(deployment.status as object), readyReplicas },
      });
      return `deployment ready: ${readyReplicas}`;
    }
    case 7:
      edit.create(node(`extra-${serial}`));
      return `create node extra-${serial}`;
    default:
      if (!some) return 'nothing';
      edit.restart(some, dice.between(1, 1e6));
      return `restart ${some.metadata.name}`;
  }
}
