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

const { importVisitor } = require('../importVisitor');
const { packageOf } = require('../packageOf');
const { packageNameOf, placeOf } = require('../place');
const { isTestFile } = require('../testFiles');

// What each layer of a plugin may import: arrows point down only.
const BELOW = {
  common: ['common'],
  node: ['common'],
  react: ['common'],
  frontend: ['common', 'react'],
  backend: ['common', 'node'],
};
const PLUGIN_LAYERS = Object.keys(BELOW);
const FRONTEND = ['react', 'frontend', 'app'];
// The bench is on neither: it plays the browser to the backends that it measures.
const BACKEND = ['node', 'backend', 'portal-backend', 'demo-fleet'];

// What a program may import besides plugins of its own side.
const PROGRAMS = {
  app: ['common', 'react', 'frontend'],
  'portal-backend': ['common', 'node', 'backend'],
  bench: ['common', 'node', 'react', 'backend', 'demo-fleet'],
  'demo-fleet': [],
  'portal-process': [],
  lint: [],
};

function crossesSides(from, to) {
  return (
    (FRONTEND.includes(from.layer) && BACKEND.includes(to.layer)) ||
    (BACKEND.includes(from.layer) && FRONTEND.includes(to.layer))
  );
}

// Only starts programs: what uses it gets no code of theirs.
const forTests = ({ layer }) => layer === 'portal-process';

/** Why `from` may not import `to`, as a message id; undefined when it may. */
function objection(from, to, inTest) {
  if (forTests(to)) {
    return inTest || from.layer === 'bench' ? undefined : 'forTests';
  }
  if (crossesSides(from, to)) return 'sides';
  if (PROGRAMS[from.layer]) {
    return PROGRAMS[from.layer].includes(to.layer) ? undefined : 'program';
  }
  if (inTest)
    return to.layer in PROGRAMS && to.layer !== 'demo-fleet'
      ? 'program'
      : undefined;
  if (to.layer === 'demo-fleet') return 'demoFleet';
  if (!PLUGIN_LAYERS.includes(to.layer)) return 'program';
  if (from.family === 'fleet' && from.layer === 'common') return 'nothing';
  if (to.family !== from.family && to.family !== 'fleet') return 'pack';
  if (!BELOW[from.layer].includes(to.layer)) {
    return to.family === 'fleet' && from.family !== 'fleet' ? 'core' : 'up';
  }
  return undefined;
}

module.exports = {
  meta: {
    type: 'problem',
    docs: { description: 'Holds the import arrows between our packages' },
    schema: [],
    messages: {
      sides:
        '{{from}} and {{to}} are on different sides: frontend and backend share only -common packages.',
      program: '{{from}} must not import {{to}}.',
      demoFleet:
        'The product must not know of the demo fleet: {{to}} may be imported only by tests and benchmarks.',
      forTests: '{{to}} may be imported only by tests and benchmarks.',
      nothing: '{{from}} is the lowest package and imports nothing of ours.',
      pack: '{{from}} must not import {{to}}: packs know fleet-common, fleet-node and fleet-react, never each other.',
      core: '{{from}} must not import {{to}}: packs extend the core through fleet-common, fleet-node and fleet-react.',
      up: '{{from}} must not import {{to}}: arrows point down, from plugins to -react and -node to -common.',
    },
  },
  create(context) {
    const file = context.getFilename();
    const own = packageOf(file);
    const from = own && placeOf(own.name);
    if (!from) return {};

    return importVisitor((source, node) => {
      const name = packageNameOf(source);
      const to = placeOf(name);
      if (!to || name === own.name) return;
      const messageId = objection(from, to, isTestFile(file));
      if (messageId) {
        context.report({ node, messageId, data: { from: own.name, to: name } });
      }
    });
  },
};
