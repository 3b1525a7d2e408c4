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

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KubeObject } from '../../store/KubeObject';
import type { ObjectStore } from '../../store/ObjectStore';
import type { Identity } from './Identity';

const ISSUER = 'https://kubernetes.default.svc.cluster.local';
const LEGACY_ISSUER = 'kubernetes/serviceaccount';
const HEADER = encode({ alg: 'HS256', typ: 'JWT' });

export interface IssuedToken {
  token: string;
  /** As Kubernetes writes times. */
  expirationTimestamp: string;
}

/** Issues and checks the tokens of a cluster's service accounts. */
export class ServiceAccountTokens {
  constructor(
    private readonly store: ObjectStore,
    private readonly key: string,
  ) {}

  /** A token for some time, as the TokenRequest API gives out. */
  issue(
    account: KubeObject,
    seconds: number,
    audiences: string[] = [ISSUER],
  ): IssuedToken {
    const { name, namespace, uid } = account.metadata;
    const now = Math.floor(this.store.now().getTime() / 1_000);
    const token = this.#sign({
      aud: audiences,
      exp: now + seconds,
      iat: now,
      iss: ISSUER,
      jti: this.store.newUid(),
      'kubernetes.io': { namespace, serviceaccount: { name, uid } },
      nbf: now,
      sub: usernameOf(namespace!, name),
    });
    return { token, expirationTimestamp: this.store.timestamp(seconds) };
  }

  /** The token that a Secret of the account holds: it does not expire. */
  lasting(account: KubeObject, secretName: string): string {
    const { name, namespace, uid } = account.metadata;
    const claim = (rest: string) => `kubernetes.io/serviceaccount/${rest}`;
    return this.#sign({
      iss: LEGACY_ISSUER,
      [claim('namespace')]: namespace,
      [claim('secret.name')]: secretName,
      [claim('service-account.name')]: name,
      [claim('service-account.uid')]: uid,
      sub: usernameOf(namespace!, name),
    });
  }

  /** Whom a token stands for, while it and what it belongs to exist. */
  verify(token: string): Identity | undefined {
    const claims = this.#read(token);
    if (!claims) return undefined;
    const legacy = claims.iss === LEGACY_ISSUER;
    const claim = (rest: string) =>
      claims[`kubernetes.io/serviceaccount/${rest}`];
    const bound = claims['kubernetes.io'];
    const namespace = legacy ? claim('namespace') : bound?.namespace;
    const name = legacy
      ? claim('service-account.name')
      : bound?.serviceaccount?.name;
    const uid = legacy
      ? claim('service-account.uid')
      : bound?.serviceaccount?.uid;
    const now = this.store.now().getTime() / 1_000;
    if (claims.exp !== undefined && claims.exp <= now) return undefined;
    const account = this.#get('ServiceAccount', namespace, name);
    if (account?.metadata.uid !== uid) return undefined;
    if (legacy && !this.#get('Secret', namespace, claim('secret.name'))) {
      return undefined;
    }
    if (!legacy && !claims.aud?.includes(ISSUER)) return undefined;
    return {
      username: usernameOf(namespace, name),
      uid,
      groups: [...serviceAccountGroups(namespace), 'system:authenticated'],
    };
  }

  #get(kind: string, namespace: string, name: string) {
    const type = this.store.types.require('v1', kind);
    return this.store.get(type, namespace, name);
  }

  #sign(claims: object): string {
    const body = `${HEADER}.${encode(claims)}`;
    return `${body}.${this.#signature(body).toString('base64url')}`;
  }

  #read(token: string): any {
    const end = token.lastIndexOf('.');
    const body = token.slice(0, Math.max(0, end));
    if (!body.startsWith(`${HEADER}.`)) return undefined;
    const given = Buffer.from(token.slice(end + 1), 'base64url');
    const expected = this.#signature(body);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return undefined;
    }
    const claims = body.slice(HEADER.length + 1);
    return JSON.parse(Buffer.from(claims, 'base64url').toString());
  }

  #signature(body: string): Buffer {
    return createHmac('sha256', this.key).update(body).digest();
  }
}

export function serviceAccountGroups(namespace: string): string[] {
  return ['system:serviceaccounts', `system:serviceaccounts:${namespace}`];
}

function usernameOf(namespace: string, name: string): string {
  return `system:serviceaccount:${namespace}:${name}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
