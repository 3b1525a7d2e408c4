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

import { NumberField, Select, Switch, TextField } from '@backstage/ui';
import { z } from 'zod';
import { ActionFormProps } from './ActionDialog';

const targetFields = ['cluster', 'namespace', 'kind', 'name'];

interface FieldSchema {
  type?: string;
  title?: string;
  description?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

type AnyInput = Record<string, unknown>;

function SchemaField(props: {
  name: string;
  schema: FieldSchema;
  value: unknown;
  disabled: boolean;
  onChange: (value: unknown) => void;
}) {
  const { name, schema, value, disabled, onChange } = props;
  const label = schema.title ?? schema.description ?? name;
  if (schema.enum) {
    return (
      <Select
        label={label}
        isDisabled={disabled}
        options={schema.enum.map(option => ({
          value: String(option),
          label: String(option),
        }))}
        value={value === undefined ? null : String(value)}
        onChange={key => onChange(key ?? undefined)}
      />
    );
  }
  if (schema.type === 'integer' || schema.type === 'number') {
    return (
      <NumberField
        label={label}
        isDisabled={disabled}
        minValue={schema.minimum}
        maxValue={schema.maximum}
        value={typeof value === 'number' ? value : NaN}
        onChange={next => onChange(Number.isNaN(next) ? undefined : next)}
      />
    );
  }
  if (schema.type === 'boolean') {
    return (
      <Switch
        label={label}
        isDisabled={disabled}
        isSelected={value === true}
        onChange={onChange}
      />
    );
  }
  return (
    <TextField
      label={label}
      isDisabled={disabled}
      maxLength={schema.maxLength}
      value={typeof value === 'string' ? value : ''}
      onChange={next => onChange(next === '' ? undefined : next)}
    />
  );
}

/** Fields for what an action wants beside its target: numbers, choices, switches and texts. */
export function SchemaFields(
  props: { schema: z.ZodObject } & ActionFormProps<AnyInput>,
) {
  const { schema, input, change, disabled } = props;
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  return (
    <>
      {Object.entries(properties)
        .filter(([name]) => !targetFields.includes(name))
        .map(([name, field]) => (
          <SchemaField
            key={name}
            name={name}
            schema={field as FieldSchema}
            value={input[name]}
            disabled={disabled}
            onChange={value => change({ [name]: value })}
          />
        ))}
    </>
  );
}
