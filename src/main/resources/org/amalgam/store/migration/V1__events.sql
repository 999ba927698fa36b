-- Times are milliseconds since 1970-01-01T00:00:00Z: H2 compares and indexes a BIGINT faster than a
-- TIMESTAMP WITH TIME ZONE, and logs carry nothing finer.

CREATE TABLE source (
    id          INT          PRIMARY KEY,
    name        VARCHAR      NOT NULL,
    sha256      CHAR(64)     NOT NULL UNIQUE,
    format      VARCHAR(32)  NOT NULL,
    imported_at BIGINT       NOT NULL,
    -- Readers see a source only when all of it is there; until then an import can be run again.
    complete    BOOLEAN      NOT NULL,
    last_line   BIGINT       NOT NULL,
    read_lines  BIGINT       NOT NULL,
    kept        BIGINT       NOT NULL,
    rejected    BIGINT       NOT NULL,
    duplicates  BIGINT       NOT NULL,
    repaired    BIGINT       NOT NULL
);

CREATE TABLE app_user (
    id          INT          PRIMARY KEY,
    external_id VARCHAR      NOT NULL UNIQUE,
    bot         BOOLEAN      DEFAULT FALSE NOT NULL
);

CREATE TABLE item (
    id          INT          PRIMARY KEY,
    external_id VARCHAR      NOT NULL UNIQUE,
    title       VARCHAR,
    title_zh    VARCHAR,
    brand       VARCHAR,
    category    VARCHAR,
    price       DOUBLE PRECISION
);

-- An event is identified by where it was written, not by what it says: a shopper may well do the
-- same thing with the same item twice in a second. The id is source_id * 2^40 + line_no, so it is
-- unique for source and line and in the order of both.
CREATE TABLE event (
    id          BIGINT       PRIMARY KEY,
    user_id     INT          NOT NULL,
    item_id     INT,
    action      TINYINT      NOT NULL,
    occurred_at BIGINT       NOT NULL,
    query       VARCHAR,
    price       DOUBLE PRECISION,
    quantity    DOUBLE PRECISION,
    rating      DOUBLE PRECISION
);

CREATE INDEX event_in_replay_order ON event (occurred_at, id);

CREATE TABLE rejected_line (
    id          BIGINT       PRIMARY KEY,
    reason      VARCHAR(32)  NOT NULL,
    detail      VARCHAR      NOT NULL
);
