-- What the trail tells of a rule, so that it can be told in any language. Lines from before this table
-- have their text alone. Columns as in merchandising_rule.
CREATE TABLE rule_version (
    change_id     BIGINT           NOT NULL REFERENCES rule_change (id),
    side          VARCHAR(8)       NOT NULL,
    effect        VARCHAR(16)      NOT NULL,
    pinned_place  INT,
    strength      DOUBLE PRECISION,
    scope         VARCHAR(16)      NOT NULL,
    scope_name    VARCHAR,
    price_from    DOUBLE PRECISION,
    price_below   DOUBLE PRECISION,
    enabled       BOOLEAN          NOT NULL,
    note          VARCHAR          NOT NULL,
    active_from   BIGINT,
    active_until  BIGINT,
    PRIMARY KEY (change_id, side)
);
