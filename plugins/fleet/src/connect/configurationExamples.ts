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

/** Ways to name clusters in the portal's configuration, with what to put there. */
export const configurationExamples = {
  kubeconfig: `fleet:
  clusters:
    - type: kubeconfig
      path: ~/.kube/config
      contexts:
        include: ['prod-*', 'staging']
      labels:
        environment: production
`,
  inCluster: `fleet:
  clusters:
    - type: in-cluster
`,
  kubernetes: `kubernetes:
  serviceLocatorMethod:
    type: multiTenant
  clusterLocatorMethods:
    - type: config
      clusters:
        - name: prod
          url: https://prod.example.com:6443
          authProvider: serviceAccount
          serviceAccountToken: \${PROD_TOKEN}
          caData: \${PROD_CA}
`,
} as const;

/** How a kubeconfig for the portal is made from the service account of the least-privilege role. */
export const kubeconfigCommands = `kubectl apply --filename=quarterdeck-rbac.yaml
DRAFT=$(mktemp)
kubectl config view --minify --flatten > "$DRAFT"
kubectl --kubeconfig="$DRAFT" config set-credentials quarterdeck \\
  --token="$(kubectl create token quarterdeck --namespace=quarterdeck --duration=8760h)"
kubectl --kubeconfig="$DRAFT" config set-context --current --user=quarterdeck
kubectl --kubeconfig="$DRAFT" config view --minify --flatten > portal.kubeconfig
rm "$DRAFT"
`;
