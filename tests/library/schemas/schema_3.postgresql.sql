BEGIN;
CREATE TABLE schema_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT schema_version_pkc PRIMARY KEY (version_num)
);
-- Running upgrade  -> 1
CREATE TABLE original (
    sha256 TEXT COLLATE "C" NOT NULL,
    media_type TEXT COLLATE "C" NOT NULL,
    size INTEGER NOT NULL,
    data BYTEA NOT NULL,
    PRIMARY KEY (sha256)
);
CREATE TABLE document (
    key SERIAL NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    genre TEXT COLLATE "C",
    issuer TEXT COLLATE "C",
    level TEXT COLLATE "C",
    region TEXT COLLATE "C",
    region_code TEXT COLLATE "C",
    author TEXT COLLATE "C",
    adopted TEXT COLLATE "C",
    date TEXT COLLATE "C",
    earliest TEXT COLLATE "C",
    period_first TEXT COLLATE "C",
    period_last TEXT COLLATE "C",
    year INTEGER,
    grade TEXT COLLATE "C",
    characters INTEGER NOT NULL,
    counts JSON NOT NULL,
    added TEXT COLLATE "C" NOT NULL,
    rules TEXT COLLATE "C",
    knowledge TEXT COLLATE "C",
    PRIMARY KEY (key),
    UNIQUE (id),
    FOREIGN KEY(id) REFERENCES original (sha256)
);
CREATE INDEX document_by_date ON document (date);
CREATE TABLE record (
    document INTEGER NOT NULL,
    data BYTEA NOT NULL,
    PRIMARY KEY (document),
    FOREIGN KEY(document) REFERENCES document (key) ON DELETE CASCADE
);
CREATE TABLE finding (
    document INTEGER NOT NULL,
    number INTEGER NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    name TEXT COLLATE "C",
    indicator TEXT COLLATE "C",
    concept TEXT COLLATE "C",
    value DOUBLE PRECISION,
    high DOUBLE PRECISION,
    unit TEXT COLLATE "C",
    comparator TEXT COLLATE "C",
    measure TEXT COLLATE "C",
    first_day TEXT COLLATE "C",
    last_day TEXT COLLATE "C",
    actor TEXT COLLATE "C",
    form TEXT COLLATE "C",
    code TEXT COLLATE "C",
    binding TEXT COLLATE "C",
    severity TEXT COLLATE "C",
    section TEXT COLLATE "C" NOT NULL,
    basis TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (document, number),
    FOREIGN KEY(document) REFERENCES document (key) ON DELETE CASCADE
);
CREATE INDEX finding_by_name ON finding (kind, name) WHERE name IS NOT NULL;
CREATE INDEX finding_by_concept ON finding (concept) WHERE concept IS NOT NULL;
CREATE TABLE correction (
    id SERIAL NOT NULL,
    document INTEGER NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    start INTEGER,
    "end" INTEGER,
    quote TEXT COLLATE "C" NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    value JSON,
    who TEXT COLLATE "C" NOT NULL,
    "when" TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT correction_action CHECK (action IN ('accept', 'edit', 'reject', 'add')),
    FOREIGN KEY(document) REFERENCES document (key) ON DELETE CASCADE
);
CREATE INDEX correction_by_document ON correction (document);
INSERT INTO schema_version (version_num) VALUES ('1') RETURNING schema_version.version_num;
-- Running upgrade 1 -> 2
CREATE TABLE search_segment (
    id SERIAL NOT NULL,
    documents INTEGER NOT NULL,
    characters BIGINT NOT NULL,
    columns BYTEA NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE search_text (
    document INTEGER NOT NULL,
    characters INTEGER NOT NULL,
    text BYTEA NOT NULL,
    facts BYTEA NOT NULL,
    PRIMARY KEY (document),
    FOREIGN KEY(document) REFERENCES record (document) ON DELETE CASCADE
);
CREATE TABLE search_place (
    id SERIAL NOT NULL,
    document INTEGER NOT NULL,
    segment INTEGER,
    place INTEGER,
    PRIMARY KEY (id),
    UNIQUE (document),
    FOREIGN KEY(document) REFERENCES record (document) ON DELETE CASCADE,
    FOREIGN KEY(segment) REFERENCES search_segment (id)
);
CREATE INDEX search_place_by_segment ON search_place (segment);
CREATE TABLE search_page (
    id BIGINT NOT NULL,
    data BYTEA NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE search_gone (
    segment INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (segment, place),
    FOREIGN KEY(segment) REFERENCES search_segment (id)
);
CREATE FUNCTION search_forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO search_gone (segment, place) VALUES (OLD.segment, OLD.place) ON CONFLICT DO NOTHING;
    RETURN NULL; END $$;
CREATE TRIGGER search_forget AFTER DELETE ON search_place FOR EACH ROW WHEN (OLD.segment IS NOT NULL)
    EXECUTE FUNCTION search_forget();
ALTER TABLE search_text ALTER COLUMN text SET STORAGE EXTERNAL;
ALTER TABLE search_text ALTER COLUMN facts SET STORAGE EXTERNAL;
ALTER TABLE search_page ALTER COLUMN data SET STORAGE EXTERNAL;
UPDATE schema_version SET version_num='2' WHERE schema_version.version_num = '1';
-- Running upgrade 2 -> 3
CREATE TABLE account (
    id SERIAL NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    folded TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    password TEXT COLLATE "C" NOT NULL,
    active BOOLEAN NOT NULL,
    made TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT account_role CHECK (role IN ('reader', 'editor', 'administrator')),
    UNIQUE (folded)
);
CREATE TABLE session (
    token TEXT COLLATE "C" NOT NULL,
    account INTEGER NOT NULL,
    began TEXT COLLATE "C" NOT NULL,
    seen TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (token),
    FOREIGN KEY(account) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX session_by_account ON session (account);
CREATE TABLE key (
    id SERIAL NOT NULL,
    token TEXT COLLATE "C" NOT NULL,
    account INTEGER NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    made TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (token),
    FOREIGN KEY(account) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX key_by_account ON key (account);
CREATE TABLE event (
    id SERIAL NOT NULL,
    "when" TEXT COLLATE "C" NOT NULL,
    who TEXT COLLATE "C" NOT NULL,
    what TEXT COLLATE "C" NOT NULL,
    about TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX event_by_what ON event (what, "when");
UPDATE schema_version SET version_num='3' WHERE schema_version.version_num = '2';
COMMIT;
