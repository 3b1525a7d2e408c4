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

const { join } = require('node:path');
const { RuleTester } = require('eslint');
const rule = require('./architectureArrows');

const root = join(__dirname, '../../../..');
const tester = new RuleTester({
  parser: require.resolve('@typescript-eslint/parser'),
  parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
});

const importing = (folder, name, file = 'src/x.ts') => ({
  code: `import { x } from '${name}';`,
  filename: join(root, folder, file),
});
const plugin = name => `@quarterdeck/backstage-plugin-${name}`;
const certificates = 'examples/outside-pack/certificates';
const certificatesModule =
  'examples/outside-pack/fleet-backend-module-certificates';

tester.run('architecture-arrows', rule, {
  valid: [
    importing('plugins/fleet-common', 'zod'),
    importing('plugins/fleet-node', plugin('fleet-common')),
    importing('plugins/fleet-react', plugin('fleet-common')),
    importing('plugins/fleet', plugin('fleet-react')),
    importing('plugins/fleet', plugin('fleet-common')),
    importing('plugins/fleet-backend', plugin('fleet-node')),
    importing('plugins/permission-backend-module-fleet', plugin('fleet-node')),
    importing(certificates, plugin('fleet-react')),
    importing(certificates, '@acme/backstage-plugin-certificates-common'),
    importing(certificatesModule, plugin('fleet-node')),
    importing(certificatesModule, '@acme/backstage-plugin-certificates-common'),
    importing('packages/app', plugin('fleet')),
    importing('packages/backend', plugin('fleet-backend')),
    importing('bench', '@quarterdeck/demo-fleet'),
    importing('bench', plugin('fleet-backend')),
    importing('bench', plugin('fleet-react')),
    importing('plugins/fleet-backend', plugin('fleet-backend')),
    importing('bench', 'portal-process'),
    importing('plugins/fleet-backend', 'portal-process', 'src/x.test.ts'),
    importing('packages/app', 'portal-process', 'e2e-tests/x.test.ts'),
    importing(
      'plugins/fleet-backend',
      '@quarterdeck/demo-fleet',
      'src/x.test.ts',
    ),
    importing(certificatesModule, plugin('fleet-backend'), 'src/x.test.ts'),
  ],
  invalid: [
    ['plugins/fleet-common', plugin('fleet-node'), 'nothing'],
    ['plugins/fleet-node', plugin('fleet-backend'), 'up'],
    ['plugins/fleet-react', plugin('fleet'), 'up'],
    ['plugins/fleet-react', plugin('fleet-node'), 'sides'],
    ['plugins/fleet', plugin('fleet-backend'), 'sides'],
    ['plugins/fleet-backend', plugin('fleet-react'), 'sides'],
    ['plugins/fleet-backend', plugin('gpu-common'), 'pack'],
    ['bench', plugin('fleet'), 'program'],
    ['plugins/fleet-backend', '@quarterdeck/demo-fleet', 'demoFleet'],
    [
      'plugins/permission-backend-module-fleet',
      plugin('fleet-backend'),
      'core',
    ],
    [certificates, plugin('fleet'), 'core'],
    [certificates, plugin('gpu-common'), 'pack'],
    [certificatesModule, plugin('fleet-backend'), 'core'],
    [certificatesModule, `${plugin('fleet-react')}/alpha`, 'sides'],
    ['packages/app', plugin('fleet-backend'), 'sides'],
    ['packages/backend', plugin('fleet'), 'sides'],
    ['packages/backend', '@quarterdeck/demo-fleet', 'program'],
    ['packages/demo-fleet', plugin('fleet-common'), 'program'],
    ['plugins/fleet', 'app', 'program'],
    ['plugins/fleet-backend', 'portal-process', 'forTests'],
    ['packages/portal-process', plugin('fleet-backend'), 'program'],
  ]
    .map(([folder, name, messageId]) => ({
      ...importing(folder, name),
      errors: [{ messageId }],
    }))
    .concat(
      [
        `export * from '${plugin('fleet-backend')}';`,
        `export { x } from '${plugin('fleet-backend')}';`,
        `const x = import('${plugin('fleet-backend')}');`,
        `const x = require('${plugin('fleet-backend')}');`,
        `type X = import('${plugin('fleet-backend')}').X;`,
        `import type { X } from '${plugin('fleet-backend')}';`,
      ].map(code => ({
        code,
        filename: join(root, 'plugins/fleet-node/src/x.ts'),
        errors: [{ messageId: 'up' }],
      })),
      {
        ...importing('plugins/fleet', plugin('fleet-backend'), 'src/x.test.ts'),
        errors: [{ messageId: 'sides' }],
      },
    ),
});
