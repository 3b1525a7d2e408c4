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

import type { KubeObject } from '../store/ObjectStore';
import type { ClusterWorld } from '../world/ClusterWorld';
import { controllerUid } from '../world/ObjectIndex';
import { adopted } from './claimDependents';
import { controllerReference, templateHash } from './podFromTemplate';

/**
 * The ControllerRevision of an owner's present template; made if there is none
 * yet, and made the newest if it is an old one come back.
 */
export function controllerRevision(
  world: ClusterWorld,
  owner: KubeObject,
  hashLabel: string,
): KubeObject {
  const { template } = owner.spec;
  const hash = templateHash(template);
  const handle = world.kinds.controllerRevisions;
  const { namespace } = owner.metadata;
  const name = `${owner.metadata.name}-${hash}`;
  const existing = handle.get(namespace, name);
  const prefix = `${owner.metadata.name}-`;
  const latest = handle
    .list(namespace)
    .filter(
      ({ metadata }) =>
        metadata.name.startsWith(prefix) &&
        metadata.ownerReferences?.[0]?.uid === owner.metadata.uid,
    )
    .reduce((highest, { revision }) => Math.max(highest, revision), 0);
  if (existing) {
    const own = controllerUid(existing) ? existing : adopted(existing, owner);
    return handle.update(
      own.revision === latest ? own : { ...own, revision: latest + 1 },
    );
  }
  return handle.create({
    metadata: {
      name,
      namespace,
      labels: { ...template.metadata?.labels, [hashLabel]: hash },
      ownerReferences: [controllerReference(owner)],
    },
    data: { spec: { template: { $patch: 'replace', ...template } } },
    revision: latest + 1,
  });
}
