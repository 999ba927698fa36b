package org.amalgam.ui.catalogue;

import org.amalgam.domain.CatalogueExposure;

/** By what it is counted how often an item was shown. */
public enum Measure {
    TOP_TWENTY("catalogue.measure.top-twenty"),
    TOP_TEN("catalogue.measure.top-ten"),
    WEIGHTED("catalogue.measure.weighted");

    private final String key;

    Measure(String key) {
        this.key = key;
    }

    /** Key of its name. */
    String key() {
        return key;
    }

    /** How often, or with its places weighed how much, this item was shown. */
    double of(CatalogueExposure exposure, int item) {
        return switch (this) {
            case TOP_TWENTY -> exposure.top20(item);
            case TOP_TEN -> exposure.top10(item);
            case WEIGHTED -> exposure.weighted(item);
        };
    }
}
