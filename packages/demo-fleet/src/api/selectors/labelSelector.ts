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

import { badRequest } from '../ApiError';

type Labels = Record<string, string> | undefined;
export type LabelPredicate = (labels: Labels) => boolean;

const SYMBOLS = ['==', '!=', '(', ')', ',', '=', '<', '>', '!'];

function symbolAt(text: string, index: number): string | undefined {
  return SYMBOLS.find(each => text.startsWith(each, index));
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  let index = 0;
  while (index < text.length) {
    if (/\s/.test(text[index])) {
      index += 1;
      continue;
    }
    const symbol = symbolAt(text, index);
    if (symbol) {
      tokens.push(symbol);
      index += symbol.length;
      continue;
    }
    const [word] = /^[^\s()=!<>,]+/.exec(text.slice(index)) ?? [text[index]];
    tokens.push(word);
    index += word.length;
  }
  return tokens;
}

class Parser {
  readonly #tokens: string[];
  #index = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  parse(): LabelPredicate[] {
    const predicates: LabelPredicate[] = [];
    while (this.#peek() !== undefined) {
      predicates.push(this.#requirement());
      const next = this.#next();
      if (next === undefined) break;
      if (next !== ',') throw unexpected(next, "',' or 'end of string'");
      if (this.#peek() === undefined) throw unexpected('', 'identifier');
    }
    return predicates;
  }

  #requirement(): LabelPredicate {
    const negated = this.#peek() === '!';
    if (negated) this.#index += 1;
    const key = this.#identifier();
    if (negated) return labels => labels?.[key] === undefined;
    const operator = this.#peek();
    if (operator === undefined || operator === ',') {
      return labels => labels?.[key] !== undefined;
    }
    this.#index += 1;
    switch (operator) {
      case '=':
      case '==':
        return equals(key, this.#value());
      case '!=': {
        const matches = equals(key, this.#value());
        return labels => !matches(labels);
      }
      case 'in':
      case 'notin': {
        const values = this.#values();
        return labels => {
          const value = labels?.[key];
          const found = value !== undefined && values.has(value);
          return operator === 'in' ? found : !found;
        };
      }
      case '<':
      case '>': {
        const bound = Number(this.#value());
        return labels => {
          const value = Number(labels?.[key] ?? NaN);
          return operator === '<' ? value < bound : value > bound;
        };
      }
      default:
        throw unexpected(operator, 'in, notin, =, ==, !=, gt, lt');
    }
  }

  #identifier(): string {
    const token = this.#next();
    if (token === undefined || SYMBOLS.includes(token)) {
      throw unexpected(token ?? '', 'identifier');
    }
    return token;
  }

  #value(): string {
    const next = this.#peek();
    if (next === undefined || next === ',') return '';
    return this.#identifier();
  }

  #values(): Set<string> {
    const open = this.#next();
    if (open !== '(') throw unexpected(open ?? '', "'('");
    const values = new Set<string>();
    for (;;) {
      const token = this.#next();
      if (token === ')') return values;
      if (token === ',') continue;
      if (token === undefined || SYMBOLS.includes(token)) {
        throw unexpected(token ?? '', "',', or identifier");
      }
      values.add(token);
    }
  }

  #peek(): string | undefined {
    return this.#tokens[this.#index];
  }

  #next(): string | undefined {
    const token = this.#tokens[this.#index];
    this.#index += 1;
    return token;
  }
}

function equals(key: string, value: string): LabelPredicate {
  return labels => labels?.[key] === value;
}

function unexpected(found: string, expected: string) {
  return badRequest(
    `unable to parse requirement: found '${found}', expected: ${expected}`,
  );
}

/** Reads `app=web,tier in (a,b),!legacy` into one test of an object's labels. */
export function parseLabelSelector(text: string): LabelPredicate {
  const predicates = new Parser(text).parse();
  return labels => predicates.every(matches => matches(labels));
}

/** The `LabelSelector` of an object's spec as a test. */
export function labelSelectorPredicate(selector: any): LabelPredicate {
  const exact = Object.entries(selector?.matchLabels ?? {});
  const expressions = (selector?.matchExpressions ?? []) as any[];
  return labels =>
    exact.every(([key, value]) => labels?.[key] === value) &&
    expressions.every(({ key, operator, values }) => {
      const value = labels?.[key];
      switch (operator) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        default:
          return value === undefined;
      }
    });
}

/** A `LabelSelector` in the form of a query, as Scale and tables show it. */
export function formatLabelSelector(selector: any): string {
  const exact = Object.entries(selector?.matchLabels ?? {}).map(
    ([key, value]) => `${key}=${value}`,
  );
  const expressions = (selector?.matchExpressions ?? []).map((each: any) => {
    const values = (each.values ?? []).join(',');
    switch (each.operator) {
      case 'In':
        return `${each.key} in (${values})`;
      case 'NotIn':
        return `${each.key} notin (${values})`;
      case 'Exists':
        return each.key;
      default:
        return `!${each.key}`;
    }
  });
  return [...exact.sort(), ...expressions].join(',');
}
