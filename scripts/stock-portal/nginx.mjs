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

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../setup/SetupError.mjs';
import { execute } from '../setup/execute.mjs';

const PLACES = [
  '/usr/sbin/nginx',
  '/usr/local/sbin/nginx',
  '/opt/homebrew/bin/nginx',
];

const findNginx = () => PLACES.find(place => existsSync(place));

/** The proxy that portals stand behind: the system's, installed with apt-get where that is possible. */
export async function requireNginx({ log }) {
  const found = findNginx();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    log('Installing nginx with apt-get');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await execute('apt-get', ['update', '-q'], { env });
    await execute(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', 'nginx-light'],
      { env },
    );
    const installed = findNginx();
    if (installed) return installed;
  }
  throw new SetupError(
    'This check needs nginx: install it ("apt-get install -y nginx-light"), or leave it out with --no-proxy.',
  );
}

/**
 * A configuration that changes nothing that hurts streams: answers are buffered, and a connection that says nothing for 60 s is cut. The portal
 * is served under `path`, which is taken off before the backend sees it.
 */
export function nginxConfiguration({ folder, port, backend, path }) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map(kind => `  ${kind}_temp_path ${folder}/temporary/${kind};`)
    .join('\n');
  return `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 256; }
http {
${temporary}
  access_log off;
  proxy_buffering on;
  proxy_read_timeout 60s;
  server {
    listen 127.0.0.1:${port};
    location = ${path} { return 301 ${path}/; }
    location ${path}/ {
      proxy_pass http://127.0.0.1:${backend}/;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header Connection "";
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto $scheme;
    }
  }
}
`;
}

/** Writes the configuration and answers with its file. */
export async function writeNginxConfiguration({ folder, ...options }) {
  await mkdir(join(folder, 'temporary'), { recursive: true });
  const file = join(folder, 'nginx.conf');
  await writeFile(file, nginxConfiguration({ folder, ...options }));
  return file;
}
