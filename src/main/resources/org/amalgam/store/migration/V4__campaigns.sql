-- What the shop advertised. Items stand here by the shop's own id: a campaign may be known before its
-- items are, and an item that only a campaign names is no item of the catalogue.
CREATE TABLE campaign (
    name         VARCHAR     PRIMARY KEY,
    active_from  BIGINT      NOT NULL,
    active_until BIGINT      NOT NULL
);

CREATE TABLE campaign_item (
    campaign     VARCHAR     NOT NULL REFERENCES campaign (name) ON DELETE CASCADE,
    external_id  VARCHAR     NOT NULL,
    PRIMARY KEY (campaign, external_id)
);
