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

/** ESLint visitors that report the source of each import, re-export, `import()`, `require()` and `import('…')` type. */
function importVisitor(visit) {
  const visitSource = node => {
    if (node && typeof node.value === 'string') visit(node.value, node);
  };
  return {
    ImportDeclaration: node => visitSource(node.source),
    ExportNamedDeclaration: node => visitSource(node.source),
    ExportAllDeclaration: node => visitSource(node.source),
    ImportExpression: node => visitSource(node.source),
    TSImportType: node => visitSource(node.source),
    CallExpression: node => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') {
        visitSource(node.arguments[0]);
      }
    },
  };
}

module.exports = { importVisitor };
