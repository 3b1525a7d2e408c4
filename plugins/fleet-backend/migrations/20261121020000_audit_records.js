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

// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('audit_records', table => {
    table.comment('Attempts to change clusters, written before they run');

    table
      .bigIncrements('sequence')
      .comment('Order in which the attempts were written');
    table
      .string('id', 36)
      .notNullable()
      .unique({ indexName: 'audit_records_id_uniq' })
      .comment('Identifier of the attempt');
    table
      .string('instance_id', 36)
      .notNullable()
      .comment('The process that makes the attempt');
    table.string('action', 255).notNullable().comment('Id of the action');
    table
      .string('actor', 512)
      .notNullable()
      .comment('Entity ref of the person, or plugin:<id> of a service');
    table
      .string('channel', 16)
      .notNullable()
      .comment('How it was asked for: rest or mcp');
    table.text('cluster').notNullable().comment('Name of the cluster');
    table.text('namespace').comment('Namespace of the object, if it has one');
    table.text('kind').notNullable().comment('Kind of the object');
    table.text('name').notNullable().comment('Name of the object');
    table.text('uid').comment('UID of the object that was confirmed');
    table.text('input').notNullable().comment('Validated input as JSON');
    table.text('reason').comment('Why, in the words of the person');
    table
      .string('outcome', 16)
      .notNullable()
      .comment('pending, succeeded, failed, denied or unknown');
    table.text('message').comment('How it went, in one sentence');
    table.text('before').comment('State before as JSON');
    table.text('after').comment('State afterwards as JSON');
    table.text('result').comment('Result of the action as JSON');
    table
      .boolean('conflict')
      .notNullable()
      .defaultTo(false)
      .comment('Refused because the object was not as confirmed');
    table
      .string('idempotency_key', 128)
      .comment('Key under which the same request runs once');
    table
      .string('request_hash', 64)
      .comment('SHA-256 of the request that the key belongs to');
    table
      .bigInteger('requested_at')
      .notNullable()
      .comment('Epoch milliseconds of the request');
    table
      .bigInteger('completed_at')
      .comment('Epoch milliseconds at which the outcome was known');

    table.unique(['actor', 'idempotency_key'], {
      indexName: 'audit_records_actor_key_uniq',
    });
    table.index(['outcome'], 'audit_records_outcome_idx');
    table.index(['cluster', 'sequence'], 'audit_records_cluster_idx');
    table.index(['actor', 'sequence'], 'audit_records_actor_idx');
    table.index(['action', 'sequence'], 'audit_records_action_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('audit_records');
};
