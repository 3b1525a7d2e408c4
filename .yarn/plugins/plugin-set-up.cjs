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

// Yarn refuses to run a script before the first install. These scripts make that install, so here they are commands of
// yarn itself: `yarn dev` on a fresh clone does what `npm run dev` does.
const COMMANDS = {
  dev: ['scripts/dev.mjs'],
  test: ['scripts/test.mjs'],
  'demo-fleet': ['scripts/run.mjs', 'demo-fleet'],
  bench: ['scripts/run.mjs', 'bench'],
};

module.exports = {
  name: 'plugin-set-up',
  factory: require => {
    const { BaseCommand } = require('@yarnpkg/cli');
    const { Configuration, execUtils } = require('@yarnpkg/core');
    const { Option } = require('clipanion');

    const command = (name, script) =>
      class extends BaseCommand {
        static paths = [[name]];

        args = Option.Proxy();

        async execute() {
          const { projectCwd } = await Configuration.find(
            this.context.cwd,
            this.context.plugins,
          );
          // In a package, `yarn test` is that package's own script.
          if (this.context.cwd !== projectCwd) {
            return this.cli.run(['run', name, ...this.args]);
          }
          const { code } = await execUtils.pipevp(
            process.execPath,
            [...script, ...this.args],
            {
              cwd: projectCwd,
              stdin: this.context.stdin,
              stdout: this.context.stdout,
              stderr: this.context.stderr,
              end: execUtils.EndStrategy.Never,
            },
          );
          return code;
        }
      };
    return {
      commands: Object.entries(COMMANDS).map(([name, script]) =>
        command(name, script),
      ),
    };
  },
};
