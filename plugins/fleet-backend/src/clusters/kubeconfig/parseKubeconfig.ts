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

import { InputError } from '@backstage/errors';
import { parseDocument } from 'yaml';
import { z } from 'zod';

const LARGEST = 1024 * 1024;
const MOST_ALIASES = 20;
const MOST_CONTEXTS = 1_000;

const text = z.string().max(100_000);
const optionalText = text.nullish().transform(value => value || undefined);

const clusterSchema = z.object({
  server: text,
  'certificate-authority-data': optionalText,
  'certificate-authority': optionalText,
  'insecure-skip-tls-verify': z.boolean().nullish(),
  'tls-server-name': optionalText,
  'proxy-url': optionalText,
});

const userSchema = z.object({
  token: optionalText,
  tokenFile: optionalText,
  username: optionalText,
  password: optionalText,
  'client-certificate-data': optionalText,
  'client-certificate': optionalText,
  'client-key-data': optionalText,
  'client-key': optionalText,
  exec: z
    .looseObject({
      apiVersion: optionalText,
      command: text,
      args: z.array(text).nullish(),
      env: z.array(z.object({ name: text, value: text })).nullish(),
    })
    .nullish(),
  'auth-provider': z
    .looseObject({
      name: text,
      config: z.record(z.string(), z.unknown()).nullish(),
    })
    .nullish(),
  as: z.unknown().optional(),
  'as-groups': z.unknown().optional(),
  'as-uid': z.unknown().optional(),
  'as-user-extra': z.unknown().optional(),
});

const kubeconfigSchema = z.object({
  clusters: namedEntries('cluster', clusterSchema),
  users: namedEntries('user', userSchema),
  contexts: namedEntries(
    'context',
    z.object({ cluster: text, user: text, namespace: optionalText }),
  ).refine(contexts => contexts.length <= MOST_CONTEXTS, 'Too many contexts'),
});

function namedEntries<TKey extends string, TSchema extends z.ZodType>(
  key: TKey,
  schema: TSchema,
) {
  const entry = z.object({ name: text, [key]: schema } as {
    name: typeof text;
  } & Record<TKey, TSchema>);
  return z
    .array(entry)
    .nullish()
    .transform(entries => entries ?? []);
}

/** A kubeconfig as far as it is used. */
export type Kubeconfig = z.output<typeof kubeconfigSchema>;
export type KubeconfigCluster = z.output<typeof clusterSchema>;
export type KubeconfigUser = z.output<typeof userSchema>;

/**
 * Reads a kubeconfig in YAML or JSON. Does nothing that the file says.
 *
 * @throws InputError when it is too large, is no YAML, expands aliases without measure, or is no kubeconfig. Never quotes its contents.
 */
export function parseKubeconfig(content: string): Kubeconfig {
  if (content.length > LARGEST) {
    throw new InputError('The kubeconfig is larger than 1 MiB');
  }
  let parsed: unknown;
  try {
    const document = parseDocument(content, {
      merge: false,
      uniqueKeys: true,
      logLevel: 'silent',
      prettyErrors: false,
    });
    if (document.errors.length > 0) {
      throw document.errors[0];
    }
    parsed = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    const code = (error as { code?: string }).code;
    throw new InputError(
      `The kubeconfig is not valid YAML${code ? ` (${code})` : ''}`,
    );
  }
  const result = kubeconfigSchema.safeParse(parsed);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new InputError(
      `The kubeconfig is not valid: ${issue.path.join('.') || 'document'}: ${
        issue.message
      }`,
    );
  }
  return result.data;
}
