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

import { allocateService } from '../api/write/allocateService';
import { applyDefaults } from '../api/write/defaults/applyDefaults';
import type {
  KubeObject,
  KubeObjectInput,
  ObjectStore,
} from '../store/ObjectStore';

/** Makes an object as if somebody had applied it: with the server's defaults. */
export function seedObject(
  store: ObjectStore,
  manifest: KubeObjectInput,
): KubeObject {
  const { apiVersion = '', kind = '' } = manifest;
  const type = store.types.byKind(apiVersion, kind);
  if (!type) {
    throw new Error(
      `No kind ${kind} of ${apiVersion} is known, for ${manifest.metadata.name}.`,
    );
  }
  const defaulted = applyDefaults(type, manifest);
  if (kind === 'Service') {
    defaulted.spec = allocateService(store, defaulted);
  }
  return store.create(type, defaulted);
}

const UNITS: Record<string, number> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Replaces texts such as `${now}`, `${now-3d}` and `${now+20m}` by times. */
export function withTimes<T>(value: T, nowMs: number): T {
  if (typeof value === 'string') {
    return value.replace(
      /\$\{now(?:([+-]\d+)([smhd]))?\}/g,
      (_, amount: string | undefined, unit: string | undefined) => {
        const offset = amount ? Number(amount) * UNITS[unit!] : 0;
        return `${new Date(nowMs + offset).toISOString().slice(0, 19)}Z`;
      },
    ) as T;
  }
  if (Array.isArray(value)) {
    return value.map(item => withTimes(item, nowMs)) as T;
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withTimes(item, nowMs)]),
    ) as T;
  }
  return value;
}
