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

import { RbacManifestOptions } from '@quarterdeck/backstage-plugin-fleet-common';
import { Document, isMap, YAMLMap, YAMLSeq } from 'yaml';
import { FleetAccess } from './fleetAccess';

const ROLE_NAME = 'quarterdeck-fleet';
const RBAC_API = 'rbac.authorization.k8s.io/v1';

/** The options with their defaults. */
export type RbacManifestInput = Required<
  Omit<RbacManifestOptions, 'namespaces'>
> &
  Pick<RbacManifestOptions, 'namespaces'>;

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
  comment: string;
}

/**
 * A manifest that lets the backend do what was chosen and no more, with the reason beside every rule.
 */
export function rbacManifest(
  access: readonly FleetAccess[],
  options: RbacManifestInput,
): string {
  const wanted = access.filter(({ part }) => isWanted(part, options));
  const ofNamespaces = wanted.filter(({ scope }) => scope === 'namespace');
  const { namespaces } = options;
  const documents = [
    ...serviceAccount(options),
    ...(namespaces
      ? namespaces.flatMap(namespace => role(ofNamespaces, options, namespace))
      : role(wanted, options)),
  ];
  return `${head(options)}${documents.map(text).join('---\n')}${tail(options)}`;
}

function isWanted(
  part: FleetAccess['part'],
  options: RbacManifestInput,
): boolean {
  switch (part) {
    case 'read':
      return true;
    case 'secretsMetadata':
      return options.secretsMetadata;
    case 'serviceProxy':
      return options.serviceProxy;
    default:
      return options.actions.some(action => part === `action:${action}`);
  }
}

function serviceAccount(options: RbacManifestInput): Document[] {
  const { serviceAccount: name, serviceAccountNamespace: namespace } = options;
  const home = new Document({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace },
  });
  const account = new Document({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace },
  });
  account.contents!.commentBefore = ' Whom the portal logs in as.';
  return [home, account];
}

function role(
  access: readonly FleetAccess[],
  options: RbacManifestInput,
  namespace?: string,
): Document[] {
  const prefix = namespace === undefined ? 'Cluster' : '';
  const metadata = { name: ROLE_NAME, ...(namespace && { namespace }) };
  const rules = rulesOf(access);
  const granted = new Document({
    apiVersion: RBAC_API,
    kind: `${prefix}Role`,
    metadata,
    rules: rules.map(({ comment: _, ...rule }) => rule),
  });
  (granted.get('rules') as YAMLSeq).items.forEach((item, index) => {
    if (isMap(item)) {
      item.commentBefore = ` ${rules[index].comment}`;
      writeListsInLine(item);
    }
  });
  const bound = new Document({
    apiVersion: RBAC_API,
    kind: `${prefix}RoleBinding`,
    metadata,
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: `${prefix}Role`,
      name: ROLE_NAME,
    },
    subjects: [
      {
        kind: 'ServiceAccount',
        name: options.serviceAccount,
        namespace: options.serviceAccountNamespace,
      },
    ],
  });
  return [granted, bound];
}

/** One rule for each group of the API and what it is for, so that each can be understood and struck out. */
function rulesOf(access: readonly FleetAccess[]): Rule[] {
  const rules = new Map<string, Rule>();
  for (const { part, purpose, group, resource, verbs } of access) {
    const key = [part, group, verbs.join()].join(' ');
    const rule = rules.get(key);
    if (rule) {
      rule.resources.push(resource);
    } else {
      rules.set(key, {
        apiGroups: [group],
        resources: [resource],
        verbs: [...verbs],
        comment: commentOf(part, purpose, group),
      });
    }
  }
  return [...rules.values()];
}

function commentOf(
  part: FleetAccess['part'],
  purpose: string,
  group: string,
): string {
  switch (part) {
    case 'read':
      return group === 'metrics.k8s.io'
        ? 'Use of CPU and memory, where metrics-server is installed.'
        : 'What the pages, cards and permissions of the fleet show: listed once, then watched.';
    case 'secretsMetadata':
      return 'The fleet asks for the metadata of secrets alone, but Kubernetes can only grant the whole secret.';
    case 'serviceProxy':
      return `${purpose}. Reaches every service: restrict it with resourceNames such as http:prometheus:9090.`;
    default:
      return `The action '${part.slice('action:'.length)}': ${purpose}. Who may run it is decided by the portal's own permissions.`;
  }
}

function writeListsInLine(rule: YAMLMap): void {
  for (const key of ['apiGroups', 'verbs']) {
    const list = rule.get(key);
    if (list instanceof YAMLSeq) list.flow = true;
  }
}

function text(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function head({ namespaces }: RbacManifestInput): string {
  return `# Rights for the portal's backend in ${
    namespaces ? `namespaces ${namespaces.join(', ')}` : 'the whole cluster'
  }, and no more.
# Apply it as somebody who has at least these rights: kubectl apply -f quarterdeck-rbac.yaml
`;
}

function tail(options: RbacManifestInput): string {
  const { serviceAccount: name, serviceAccountNamespace: namespace } = options;
  return `# The portal's credential is a token of this service account. One that ends after a time, to be renewed by you:
#   kubectl create token ${name} --namespace ${namespace} --duration 8760h
# One that lasts until its secret is deleted:
#   kubectl apply -f - <<EOF
#   apiVersion: v1
#   kind: Secret
#   type: kubernetes.io/service-account-token
#   metadata:
#     name: ${name}-token
#     namespace: ${namespace}
#     annotations:
#       kubernetes.io/service-account.name: ${name}
#   EOF
#   kubectl get secret ${name}-token --namespace ${namespace} --output jsonpath='{.data.token}' | base64 --decode
`;
}
