-- What a merchandiser ruled. Which columns are filled depends on effect and scope.
CREATE TABLE merchandising_rule (
    id            INT              PRIMARY KEY,
    place_in_book INT              NOT NULL,
    effect        VARCHAR(16)      NOT NULL,
    pinned_place  INT,
    strength      DOUBLE PRECISION,
    scope         VARCHAR(16)      NOT NULL,
    scope_name    VARCHAR,
    price_from    DOUBLE PRECISION,
    -- Empty for a band without an upper end.
    price_below   DOUBLE PRECISION,
    enabled       BOOLEAN          NOT NULL,
    note          VARCHAR          NOT NULL,
    active_from   BIGINT,
    active_until  BIGINT
);

-- Nothing is ever taken out of this table. Rules stand here as text, so that an old line can be read
-- whatever becomes of the tables.
CREATE TABLE rule_change (
    id            BIGINT           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    changed_at    BIGINT           NOT NULL,
    changed_by    VARCHAR          NOT NULL,
    reason        VARCHAR          NOT NULL,
    rule_id       INT              NOT NULL,
    text_before   VARCHAR,
    text_after    VARCHAR
);
