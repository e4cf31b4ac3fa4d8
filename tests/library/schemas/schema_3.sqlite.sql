CREATE TABLE schema_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT schema_version_pkc PRIMARY KEY (version_num)
);
-- Running upgrade  -> 1
CREATE TABLE original (
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (sha256)
);
CREATE TABLE document (
    "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    genre TEXT,
    issuer TEXT,
    level TEXT,
    region TEXT,
    region_code TEXT,
    author TEXT,
    adopted TEXT,
    date TEXT,
    earliest TEXT,
    period_first TEXT,
    period_last TEXT,
    year INTEGER,
    grade TEXT,
    characters INTEGER NOT NULL,
    counts JSON NOT NULL,
    added TEXT NOT NULL,
    rules TEXT,
    knowledge TEXT,
    UNIQUE (id),
    FOREIGN KEY(id) REFERENCES original (sha256)
);
CREATE INDEX document_by_date ON document (date);
CREATE TABLE record (
    document INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (document),
    FOREIGN KEY(document) REFERENCES document ("key") ON DELETE CASCADE
);
CREATE TABLE finding (
    document INTEGER NOT NULL,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    name TEXT,
    indicator TEXT,
    concept TEXT,
    value DOUBLE,
    high DOUBLE,
    unit TEXT,
    comparator TEXT,
    measure TEXT,
    first_day TEXT,
    last_day TEXT,
    actor TEXT,
    form TEXT,
    code TEXT,
    binding TEXT,
    severity TEXT,
    section TEXT NOT NULL,
    basis TEXT NOT NULL,
    PRIMARY KEY (document, number),
    FOREIGN KEY(document) REFERENCES document ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;
CREATE INDEX finding_by_name ON finding (kind, name) WHERE name IS NOT NULL;
CREATE INDEX finding_by_concept ON finding (concept) WHERE concept IS NOT NULL;
CREATE TABLE correction (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER,
    quote TEXT NOT NULL,
    action TEXT NOT NULL,
    value JSON,
    who TEXT NOT NULL,
    "when" TEXT NOT NULL,
    note TEXT NOT NULL,
    CONSTRAINT correction_action CHECK (action IN ('accept', 'edit', 'reject', 'add')),
    FOREIGN KEY(document) REFERENCES document ("key") ON DELETE CASCADE
);
CREATE INDEX correction_by_document ON correction (document);
INSERT INTO schema_version (version_num) VALUES ('1') RETURNING version_num;
-- Running upgrade 1 -> 2
CREATE TABLE search_segment (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    documents INTEGER NOT NULL,
    characters INTEGER NOT NULL,
    columns BLOB NOT NULL
);
CREATE TABLE search_text (
    document INTEGER NOT NULL,
    characters INTEGER NOT NULL,
    text BLOB NOT NULL,
    facts BLOB NOT NULL,
    PRIMARY KEY (document),
    FOREIGN KEY(document) REFERENCES record (document) ON DELETE CASCADE
);
CREATE TABLE search_place (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL,
    segment INTEGER,
    place INTEGER,
    UNIQUE (document),
    FOREIGN KEY(document) REFERENCES record (document) ON DELETE CASCADE,
    FOREIGN KEY(segment) REFERENCES search_segment (id)
);
CREATE INDEX search_place_by_segment ON search_place (segment);
CREATE TABLE search_page (
    id INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE search_gone (
    segment INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (segment, place),
    FOREIGN KEY(segment) REFERENCES search_segment (id)
);
CREATE TRIGGER search_forget AFTER DELETE ON search_place WHEN OLD.segment IS NOT NULL
    BEGIN INSERT OR IGNORE INTO search_gone (segment, place) VALUES (OLD.segment, OLD.place); END;
UPDATE schema_version SET version_num='2' WHERE schema_version.version_num = '1';
-- Running upgrade 2 -> 3
CREATE TABLE account (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    role TEXT NOT NULL,
    password TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    made TEXT NOT NULL,
    CONSTRAINT account_role CHECK (role IN ('reader', 'editor', 'administrator')),
    UNIQUE (folded)
);
CREATE TABLE session (
    token TEXT NOT NULL,
    account INTEGER NOT NULL,
    began TEXT NOT NULL,
    seen TEXT NOT NULL,
    PRIMARY KEY (token),
    FOREIGN KEY(account) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX session_by_account ON session (account);
CREATE TABLE "key" (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    token TEXT NOT NULL,
    account INTEGER NOT NULL,
    label TEXT NOT NULL,
    made TEXT NOT NULL,
    UNIQUE (token),
    FOREIGN KEY(account) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX key_by_account ON "key" (account);
CREATE TABLE event (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "when" TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    about TEXT NOT NULL,
    address TEXT NOT NULL
);
CREATE INDEX event_by_what ON event (what, "when");
UPDATE schema_version SET version_num='3' WHERE schema_version.version_num = '2';
