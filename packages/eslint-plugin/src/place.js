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

const PLUGIN = /^@[^/]+\/backstage-plugin-(.+)$/;
const MODULE = /^(.+)-backend-module-(.+)$/;
const LAYERED = /^(.+)-(common|node|react|backend)$/;

// Packages that are no plugins, by name.
const PROGRAMS = {
  app: 'app',
  backend: 'portal-backend',
  bench: 'bench',
  'portal-process': 'portal-process',
  '@quarterdeck/demo-fleet': 'demo-fleet',
  '@quarterdeck/eslint-plugin': 'lint',
};

/**
 * Where a package stands in the architecture: its family (`fleet`, or a pack's name) and its layer.
 * A module belongs to the pack that it brings, a bridge such as `catalog-backend-module-fleet` to a family of its own.
 * Undefined for packages that are not ours.
 */
function placeOf(packageName) {
  if (PROGRAMS[packageName]) {
    return { family: packageName, layer: PROGRAMS[packageName] };
  }
  const plugin = PLUGIN.exec(packageName);
  if (!plugin) return undefined;
  const [, id] = plugin;
  const module = MODULE.exec(id);
  if (module) {
    const [, host, pack] = module;
    return {
      family: pack === 'fleet' ? `${host}-bridge` : pack,
      layer: 'backend',
    };
  }
  const layered = LAYERED.exec(id);
  return layered
    ? { family: layered[1], layer: layered[2] }
    : { family: id, layer: 'frontend' };
}

/** The package name in an import such as `@scope/name/alpha`. */
function packageNameOf(source) {
  return source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/');
}

module.exports = { placeOf, packageNameOf };
