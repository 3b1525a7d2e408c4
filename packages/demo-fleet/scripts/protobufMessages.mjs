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

/*
 * Writes src/api/protobuf/messages.json: the protobuf messages of the kinds
 * that clients send, taken from the descriptors inside a kubectl binary.
 * Binaries up to 1.34 carry them.
 *
 *   node scripts/protobufMessages.mjs /usr/bin/kubectl.1.33
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import descriptor from 'protobufjs/ext/descriptor/index.js';

const PACKAGES = [
  /^k8s\.io\.api\.(apps|authentication|authorization|batch|coordination|core|discovery|events|networking|policy|rbac|scheduling|storage)\.v1$/,
  /^k8s\.io\.api\.autoscaling\.v[12]$/,
  /^k8s\.io\.apimachinery\.pkg\.(api\.resource|apis\.meta\.v1|runtime|util\.intstr)$/,
];
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
const LONGEST = 200_000;

/** Every file descriptor that the binary registers, gzipped, as it starts. */
function* fileDescriptors(binary) {
  for (
    let at = binary.indexOf(GZIP_HEADER);
    at >= 0;
    at = binary.indexOf(GZIP_HEADER, at + 1)
  ) {
    try {
      // Raw, as gunzip would go on into a neighbour that follows directly.
      const start = at + GZIP_HEADER.length + 2;
      const bytes = inflateRawSync(binary.subarray(start, start + LONGEST));
      yield descriptor.FileDescriptorProto.decode(bytes);
    } catch {
      // Some other bytes that look like the header of gzip.
    }
  }
}

function messagesOf(binary) {
  const messages = {};
  for (const file of fileDescriptors(binary)) {
    if (!PACKAGES.some(each => each.test(file.package))) continue;
    for (const message of file.messageType) {
      if (message.name.endsWith('List')) continue;
      messages[`${file.package}.${message.name}`] = fieldsOf(message);
    }
  }
  return messages;
}

const { Type, Label } = descriptor.FieldDescriptorProto;

function typeOf(field) {
  if (field.type === Type.TYPE_MESSAGE) return field.typeName.slice(1);
  return Type[field.type].slice('TYPE_'.length).toLowerCase();
}

function fieldsOf(message) {
  const fields = {};
  for (const field of message.field) {
    const entry = message.nestedType.find(
      each => each.options?.mapEntry && field.typeName.endsWith(each.name),
    );
    const value = entry?.field.find(({ name }) => name === 'value');
    fields[field.name] = {
      ...(entry && { keyType: 'string' }),
      ...(!entry &&
        field.label === Label.LABEL_REPEATED && { rule: 'repeated' }),
      type: typeOf(value ?? field),
      id: field.number,
    };
  }
  return { fields };
}

const [binary = '/usr/bin/kubectl'] = process.argv.slice(2);
const messages = messagesOf(readFileSync(binary));
const lines = Object.keys(messages)
  .sort()
  .map(name => `${JSON.stringify(name)}: ${JSON.stringify(messages[name])}`);
writeFileSync(
  new URL('../src/api/protobuf/messages.json', import.meta.url),
  `{\n${lines.join(',\n')}\n}\n`,
);
