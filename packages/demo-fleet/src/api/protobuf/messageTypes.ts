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

import { Root, Type } from 'protobufjs';
import messages from './messages.json';

let root: Root | undefined;

/**
 * The protobuf message of a name such as `k8s.io.api.core.v1.Pod`. The list
 * is that of Kubernetes 1.33; `scripts/protobufMessages.mjs` makes it.
 */
export function messageType(name: string): Type | undefined {
  root ??= build();
  return (root.lookup(`.${name}`, Type) as Type | null) ?? undefined;
}

/** The message of a builtin kind. */
export function kindMessage(kind: {
  group: string;
  version: string;
  kind: string;
}): Type | undefined {
  const group = kind.group.split('.')[0] || 'core';
  return messageType(`k8s.io.api.${group}.${kind.version}.${kind.kind}`);
}

function build(): Root {
  const built = new Root();
  for (const [name, message] of Object.entries(messages)) {
    const at = name.lastIndexOf('.');
    built
      .define(name.slice(0, at))
      .add(Type.fromJSON(name.slice(at + 1), message));
  }
  built.resolveAll();
  return built;
}
