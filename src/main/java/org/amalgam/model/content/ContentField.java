package org.amalgam.model.content;

/** What content can be made of. */
public enum ContentField {
    /** Both titles. */
    TITLE,
    BRAND,
    CATEGORY,
    PRICE
}
