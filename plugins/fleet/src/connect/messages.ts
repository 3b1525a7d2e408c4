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

/** Texts of the pages on which clusters are connected. */
export const connectMessages = {
  connect: {
    title: 'Connect clusters',
    ways: 'Ways to connect a cluster',
    configuration: 'By configuration',
    stored: 'In the portal',
    deniedTitle: 'Clusters are connected by administrators',
    deniedText:
      'It needs the permission fleet.admin. Ask an administrator of the portal to connect your cluster, or for the permission.',
    copy: 'Copy',
    copied: 'Copied',
    download: 'Download',
    commands: 'Commands',
    kubeconfigTitle: 'A kubeconfig file',
    kubeconfigText:
      'All its contexts, or those you choose, are connected; one API server through several contexts is one cluster. The file is watched: what changes in it takes effect by itself.',
    kubeconfigCommands:
      'A kubeconfig with nothing but the rights that the portal needs is made by these commands, with the manifest from "Least-privilege role" and kubectl on a context of an administrator:',
    inClusterTitle: 'The cluster that the portal runs in',
    inClusterText:
      'The service account of the pod is used. Bind the least-privilege role to it.',
    kubernetesTitle: 'Clusters that the Kubernetes plugin knows',
    kubernetesText:
      'What stands in the section kubernetes of the configuration is connected too. Clusters with a token of their own are asked directly; those of other locators through the proxy of the Kubernetes plugin.',
  },
  stored: {
    intro:
      'Clusters that were added here. Credentials are encrypted, and never shown again.',
    none: 'No cluster was added in the portal',
    noneText:
      'Name its API server and hand over a token or a client certificate. The connection can be tested before it is saved.',
    failed: 'The clusters of the portal could not be read',
    add: 'Add a cluster',
    edit: 'Edit',
    editOne: 'Edit {{name}}',
    remove: 'Remove',
    removeOne: 'Remove {{name}}',
    removeTitle: 'Remove {{name}}',
    removeText:
      'The portal forgets the cluster, its credential and everything it shows of it. Nothing changes in the cluster itself.',
    removeConfirm: 'Remove cluster',
    removed: '{{name}} was removed',
    removeFailed: '{{name}} could not be removed',
    addedBy: 'Added by',
    changed: 'Changed',
    actions: 'Actions',
    cancel: 'Cancel',
    missing: 'No cluster {{name}} was added in the portal',
    missingText: 'It may have been removed by somebody else.',
    form: 'Connection',
    name: 'Name',
    nameHint: 'Stays as it is: lower case letters, digits and dashes.',
    nameProblem: 'Lower case letters, digits and dashes, 63 at most',
    serverProblem: 'An address that begins with https://',
    proxyProblem: 'An address that begins with http:// or https://',
    nameTaken: 'Another cluster has this name',
    title: 'Title',
    titleHint: 'What people call it; the name when left empty.',
    serverHint: 'Address of the API server, by https.',
    certificateAuthority: 'Certificate authority',
    certificateAuthorityHint:
      'PEM of who signed the certificate of the server; the authorities of the machine when left empty.',
    more: 'Proxy, namespaces, labels',
    tlsServerName: 'TLS server name',
    tlsServerNameHint:
      'When the certificate is for another name than the address.',
    proxyUrl: 'Proxy',
    namespaces: 'Namespaces',
    namespacesHint:
      'For credentials that read only some; separated by commas. All when left empty.',
    labelsHint: 'One key=value a line.',
    credentialHint: 'Encrypted when saved, and never shown again.',
    credentialNeeded:
      'Hand over the credential again: a stored one is not sent to another server.',
    keep: 'Keep the stored one',
    token: 'Token',
    tokenNeeded: 'A token is needed',
    certificate: 'Client certificate',
    key: 'Private key',
    pemNeeded: 'PEM is needed',
    save: 'Save',
    test: 'Test connection',
    testing: 'Testing the connection',
    testHint:
      'Test connection tells step by step whether the portal reaches the cluster and what it may read. Nothing is saved by it.',
    testFailed: 'The connection could not be tested',
    saved: '{{name}} was saved',
    saveFailed: 'The cluster could not be saved',
  },
  test: {
    title: 'Result of the test',
    passed: 'The connection works',
    failed: 'The connection does not work',
    address: 'Address',
    tls: 'Certificate',
    version: 'Kubernetes version',
    identity: 'Credential',
    read: 'Reading',
    outcome: {
      passed: 'Passed',
      failed: 'Failed',
      'not-run': 'Not run',
    },
    isVersion: 'It runs Kubernetes {{version}}.',
    isUser: 'It takes the portal for {{username}}.',
    sameAs: 'It is the same cluster as',
  },
  manifest: {
    intro:
      'Apply this with kubectl as an administrator of the cluster. Each rule says in a comment what it is for.',
    serviceAccount: 'Service account',
    serviceAccountNamespace: 'Its namespace',
    namespaces: 'Namespaces to read',
    namespacesHint: 'Separated by commas; the whole cluster when left empty.',
    nameProblem: 'Lower case letters, digits and dashes',
    also: 'Also grant',
    secretsMetadata:
      'Names and labels of Secrets (Kubernetes cannot grant less than reading them)',
    serviceProxy: 'Services through the API server, for Prometheus',
    actions: 'Actions that may be run',
    result: 'Manifest',
    failed: 'The manifest could not be made',
  },
} as const;
