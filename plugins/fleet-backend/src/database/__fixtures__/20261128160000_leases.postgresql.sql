CREATE TABLE public.audit_records (
    sequence bigint NOT NULL,
    id character varying(36) NOT NULL,
    instance_id character varying(36) NOT NULL,
    action character varying(255) NOT NULL,
    actor character varying(512) NOT NULL,
    channel character varying(16) NOT NULL,
    cluster text NOT NULL,
    namespace text,
    kind text NOT NULL,
    name text NOT NULL,
    uid text,
    input text NOT NULL,
    reason text,
    outcome character varying(16) NOT NULL,
    message text,
    before text,
    after text,
    result text,
    conflict boolean DEFAULT false NOT NULL,
    idempotency_key character varying(128),
    request_hash character varying(64),
    requested_at bigint NOT NULL,
    completed_at bigint
);
CREATE SEQUENCE public.audit_records_sequence_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.audit_records_sequence_seq OWNED BY public.audit_records.sequence;
CREATE TABLE public.knex_migrations (
    id integer NOT NULL,
    name character varying(255),
    batch integer,
    migration_time timestamp with time zone
);
CREATE SEQUENCE public.knex_migrations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.knex_migrations_id_seq OWNED BY public.knex_migrations.id;
CREATE TABLE public.knex_migrations_lock (
    index integer NOT NULL,
    is_locked integer
);
CREATE SEQUENCE public.knex_migrations_lock_index_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.knex_migrations_lock_index_seq OWNED BY public.knex_migrations_lock.index;
CREATE TABLE public.leases (
    name character varying(255) NOT NULL,
    holder character varying(64),
    token bigint NOT NULL,
    renewed_at bigint NOT NULL,
    expires_at bigint NOT NULL
);
CREATE TABLE public.stored_clusters (
    name character varying(63) NOT NULL,
    title text NOT NULL,
    labels text NOT NULL,
    connection text NOT NULL,
    auth character varying(32) NOT NULL,
    credential text NOT NULL,
    key_id character varying(16) NOT NULL,
    created_by character varying(512) NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL
);
ALTER TABLE ONLY public.audit_records ALTER COLUMN sequence SET DEFAULT nextval('public.audit_records_sequence_seq'::regclass);
ALTER TABLE ONLY public.knex_migrations ALTER COLUMN id SET DEFAULT nextval('public.knex_migrations_id_seq'::regclass);
ALTER TABLE ONLY public.knex_migrations_lock ALTER COLUMN index SET DEFAULT nextval('public.knex_migrations_lock_index_seq'::regclass);
INSERT INTO public.audit_records VALUES (1, 'faf0b8ad-10f8-44cd-bda2-07557f53a84d', 'd8bd2d0e-49f3-4fc8-9e23-8249817172c1', 'workload.scale', 'user:default/ada', 'rest', 'east', 'shop', 'Deployment', 'web', 'uid-web', '{"cluster":"east","replicas":5}', 'More load — “Black Friday”\n', 'succeeded', 'Scaled', '{"replicas":3}', '{"replicas":5}', '{"before":3,"after":5}', false, 'key-1', 'hash-1', 1795900000000, 1795900000250);
INSERT INTO public.audit_records VALUES (2, 'b7953ed1-bade-4121-ba89-9da065569c15', 'd8bd2d0e-49f3-4fc8-9e23-8249817172c1', 'workload.scale', 'user:default/eve', 'mcp', 'east', 'shop', 'Deployment', 'web', 'uid-web', '{"cluster":"east","replicas":5}', 'More load — “Black Friday”\n', 'denied', 'You may not scale here', NULL, NULL, NULL, false, NULL, NULL, 1795900001250, 1795900001250);
INSERT INTO public.audit_records VALUES (3, '3225c29d-ce5f-48f7-9e43-6359a78d2492', 'd8bd2d0e-49f3-4fc8-9e23-8249817172c1', 'workload.scale', 'user:default/ada', 'rest', 'east', 'shop', 'Deployment', 'web', 'uid-web', '{"cluster":"east","replicas":5}', NULL, 'pending', NULL, NULL, NULL, NULL, false, 'key-2', 'hash-2', 1795900002250, NULL);
INSERT INTO public.knex_migrations VALUES (1, '20261121020000_audit_records.js', 1, '2026-11-29 11:39:17.543+00');
INSERT INTO public.knex_migrations VALUES (2, '20261121050000_stored_clusters.js', 1, '2026-11-29 11:39:17.553+00');
INSERT INTO public.knex_migrations VALUES (3, '20261128160000_leases.js', 1, '2026-11-29 11:39:17.561+00');
INSERT INTO public.knex_migrations_lock VALUES (1, 0);
INSERT INTO public.leases VALUES ('instance:d8bd2d0e-49f3-4fc8-9e23-8249817172c1', 'd8bd2d0e-49f3-4fc8-9e23-8249817172c1', 1, 1795900002250, 1795900003000);
INSERT INTO public.leases VALUES ('audit-sweep', 'd8bd2d0e-49f3-4fc8-9e23-8249817172c1', 1, 1795900002250, 1795900003000);
INSERT INTO public.stored_clusters VALUES ('east', 'East', '{"environment":"test"}', '{"server":"https://east.example.test:6443","namespaces":["shop"]}', 'token', 'v1:BmQI4r+iKhmELI7+oQdcjcw4AbRc4+x0gKSY4qU2d7k6kfmq843GoZjxX/xTExRNoGyMNWitLf1lSG0v0Xh8G6WDIXGzbep7luiM', 'f86a7e2e295a3967', 'user:default/ada', 1795900002250, 1795900002250);
SELECT pg_catalog.setval('public.audit_records_sequence_seq', 3, true);
SELECT pg_catalog.setval('public.knex_migrations_id_seq', 3, true);
SELECT pg_catalog.setval('public.knex_migrations_lock_index_seq', 1, true);
ALTER TABLE ONLY public.audit_records
    ADD CONSTRAINT audit_records_actor_key_uniq UNIQUE (actor, idempotency_key);
ALTER TABLE ONLY public.audit_records
    ADD CONSTRAINT audit_records_id_uniq UNIQUE (id);
ALTER TABLE ONLY public.audit_records
    ADD CONSTRAINT audit_records_pkey PRIMARY KEY (sequence);
ALTER TABLE ONLY public.knex_migrations_lock
    ADD CONSTRAINT knex_migrations_lock_pkey PRIMARY KEY (index);
ALTER TABLE ONLY public.knex_migrations
    ADD CONSTRAINT knex_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.leases
    ADD CONSTRAINT leases_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.stored_clusters
    ADD CONSTRAINT stored_clusters_pkey PRIMARY KEY (name);
CREATE INDEX audit_records_action_idx ON public.audit_records USING btree (action, sequence);
CREATE INDEX audit_records_actor_idx ON public.audit_records USING btree (actor, sequence);
CREATE INDEX audit_records_cluster_idx ON public.audit_records USING btree (cluster, sequence);
CREATE INDEX audit_records_outcome_idx ON public.audit_records USING btree (outcome);
