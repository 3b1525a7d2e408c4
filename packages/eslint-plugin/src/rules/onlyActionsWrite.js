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

const { basename, join, relative } = require('node:path');
const { packageOf } = require('../packageOf');
const { isTestFile } = require('../testFiles');

// What gives code the power to write to a cluster.
const WRITERS = ['ClusterWriter', 'clusterWriter', 'DefaultClusterWriter'];

const BACKEND = '@quarterdeck/backstage-plugin-fleet-backend';
const NODE = '@quarterdeck/backstage-plugin-fleet-node';

// The pipeline itself, and the contract by which it hands a writer to an action's implementation.
const PIPELINE = [
  { name: BACKEND, folder: join('src', 'actions', '/') },
  { name: NODE, folder: join('src', 'actions', '/') },
];

// What carries a request of any method to a cluster; who calls it with one is checked. Its `review` posts questions about the credential to three fixed
// paths that store nothing, so who asks these writes nothing.
const TRANSPORT = [
  { name: BACKEND, folder: join('src', 'clusters', 'connection', '/') },
];

const EXEMPT_PACKAGES = ['@quarterdeck/demo-fleet', 'bench', 'portal-process'];
const BACKEND_ROLES = [
  'backend-plugin',
  'backend-plugin-module',
  'node-library',
];

const READS = ['GET', 'HEAD', 'OPTIONS'];
const REQUESTS = ['fetch', 'request', 'send', 'dispatch'];
// These take their whole request in one object, so an object from elsewhere could have any method.
const WHOLE_REQUESTS = ['request', 'dispatch'];

// Whole clients whose methods write; their types are harmless.
const CLIENT_PACKAGE = '@kubernetes/client-node';
const CLIENT_EXPORT = /Api$|^(Exec|Attach|Cp|PortForward|KubernetesObjectApi)$/;

function calleeName({ callee }) {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && !callee.computed
    ? callee.property.name
    : undefined;
}

function keyName({ key, computed }) {
  if (key.type === 'Literal') return key.value;
  return computed ? undefined : key.name;
}

function isRead(value) {
  return (
    value.type === 'Literal' &&
    typeof value.value === 'string' &&
    READS.includes(value.value.toUpperCase())
  );
}

function isIn(places, own, file) {
  return places.some(
    ({ name, folder }) =>
      name === own.name && relative(own.folder, file).startsWith(folder),
  );
}

/** The parts of a call that could make it a write: a method that is no literal read, or a request from elsewhere. */
function doubtfulParts(name, node) {
  const opaque = argument =>
    argument.type === 'Identifier' || argument.type === 'SpreadElement';
  if (
    WHOLE_REQUESTS.includes(name) &&
    node.arguments.length === 1 &&
    opaque(node.arguments[0])
  ) {
    return node.arguments;
  }
  return node.arguments
    .filter(({ type }) => type === 'ObjectExpression')
    .flatMap(({ properties }) =>
      properties.filter(
        property =>
          property.type === 'Property' &&
          ['method', ':method'].includes(keyName(property)) &&
          !isRead(property.value),
      ),
    );
}

// `index.ts` may pass a writer on under its own name: whoever imports it there is checked again.
function isPlainReExport(node) {
  const { parent } = node;
  return (
    parent.type === 'ExportSpecifier' &&
    parent.local.name === parent.exported.name
  );
}

// In `import { x }` the name stands for two nodes; one finding is enough.
function isShorthandImport(node) {
  const { parent } = node;
  return (
    parent.type === 'ImportSpecifier' &&
    node === parent.local &&
    parent.imported.name === node.name
  );
}

module.exports = {
  meta: {
    type: 'problem',
    docs: { description: 'Only the action pipeline may write to a cluster' },
    schema: [],
    messages: {
      writer:
        '{{name}} writes to clusters and belongs to plugins/fleet-backend/src/actions: declare an action, whose context brings one.',
      method:
        'A backend sends only literal {{reads}} requests: changes to a cluster go through the action pipeline.',
      client:
        '{{name}} of @kubernetes/client-node can write past the action pipeline: use ClusterConnection, and actions for changes.',
    },
  },
  create(context) {
    const file = context.getFilename();
    const own = packageOf(file);
    if (!own || isTestFile(file) || EXEMPT_PACKAGES.includes(own.name)) {
      return {};
    }
    // The file that defines a writer is named after it.
    const defined = basename(file).replace(/\.tsx?$/, '');
    if (isIn(PIPELINE, own, file) || WRITERS.includes(defined)) return {};

    const forbidWriters = {
      Identifier(node) {
        if (
          WRITERS.includes(node.name) &&
          !isPlainReExport(node) &&
          !isShorthandImport(node)
        ) {
          context.report({
            node,
            messageId: 'writer',
            data: { name: node.name },
          });
        }
      },
    };
    if (!BACKEND_ROLES.includes(own.role)) return forbidWriters;
    const carriesRequests = isIn(TRANSPORT, own, file);

    return {
      ...forbidWriters,
      CallExpression(node) {
        const name = calleeName(node);
        if (name === 'makeApiClient') {
          context.report({ node, messageId: 'client', data: { name } });
        }
        if (!REQUESTS.includes(name) || carriesRequests) return;
        for (const part of doubtfulParts(name, node)) {
          context.report({
            node: part,
            messageId: 'method',
            data: { reads: READS.join(', ') },
          });
        }
      },
      ImportDeclaration(node) {
        if (
          node.source.value !== CLIENT_PACKAGE ||
          node.importKind === 'type'
        ) {
          return;
        }
        for (const specifier of node.specifiers) {
          const { imported, importKind } = specifier;
          if (
            imported &&
            importKind !== 'type' &&
            CLIENT_EXPORT.test(imported.name)
          ) {
            context.report({
              node: specifier,
              messageId: 'client',
              data: { name: imported.name },
            });
          }
        }
      },
    };
  },
};
