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

import { LoggerService } from '@backstage/backend-plugin-api';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ClusterDefinition } from '../ClusterDefinition';
import { ClusterNames } from '../kubeconfig/clusterNames';
import { clustersOfKubeconfig } from '../kubeconfig/clustersOfKubeconfig';
import { KubeconfigItem } from '../kubeconfig/KubeconfigItem';
import { parseKubeconfig } from '../kubeconfig/parseKubeconfig';
import { ClusterSource } from './ClusterSource';
import { watchFile } from './watchFile';

const LARGEST = 1024 * 1024;

/** The clusters of a kubeconfig: a file, which is read again whenever it changes, or one that stands in the configuration. */
export class KubeconfigSource implements ClusterSource {
  readonly #item: KubeconfigItem;
  readonly #from: { file: string } | { content: string };
  readonly #logger: LoggerService;
  #good: readonly ClusterDefinition[] = [];
  #content: string | undefined;
  #stopWatch: (() => void) | undefined;

  constructor(options: {
    item: KubeconfigItem;
    from: { file: string } | { content: string };
    logger: LoggerService;
  }) {
    this.#item = options.item;
    this.#from = options.from;
    this.#logger = options.logger;
  }

  get key(): string {
    return this.#item.key;
  }

  start(report: (definitions: readonly ClusterDefinition[]) => void): void {
    this.#read(report);
    if ('file' in this.#from) {
      this.#stopWatch = watchFile(this.#from.file, () => this.#read(report));
    }
  }

  async stop(): Promise<void> {
    this.#stopWatch?.();
  }

  #read(report: (definitions: readonly ClusterDefinition[]) => void): void {
    let content: string;
    try {
      content =
        'file' in this.#from
          ? readKubeconfig(this.#from.file)
          : this.#from.content;
      if (content === this.#content) return;
      this.#content = content;
      this.#good = clustersOfKubeconfig(
        parseKubeconfig(content),
        this.#item,
        new ClusterNames(),
      );
    } catch (error) {
      const { message } = error as Error;
      this.#content = undefined;
      this.#logger.warn(`${this.key}: ${message}`);
      report([...this.#good, this.#problem(message)]);
      return;
    }
    report(this.#good);
  }

  /** What was good before stays connected beside it: a file that is being written to is no reason to forget a cluster. */
  #problem(message: string): ClusterDefinition {
    const { key, labels, demo } = this.#item;
    const file = 'file' in this.#from ? this.#from.file : undefined;
    const title = file ? path.basename(file) : key;
    return {
      name: new ClusterNames().take(title, key),
      title,
      aliases: [],
      labels,
      demo,
      source: 'kubeconfig',
      auth: 'none',
      problem: {
        message,
        advice: file
          ? `Correct the file ${file}: it is read again at once.${
              this.#good.length > 0
                ? ' Its clusters stay connected as they were before.'
                : ''
            }`
          : `Correct ${key}.content and start the backend again.`,
      },
    };
  }
}

function readKubeconfig(file: string): string {
  try {
    if (statSync(file).size <= LARGEST) {
      return readFileSync(file, 'utf8');
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`The kubeconfig ${file} cannot be read (${code})`);
  }
  throw new Error(`The kubeconfig ${file} is larger than 1 MiB`);
}
