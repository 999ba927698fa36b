package org.amalgam.domain;

/** What a shopper did. */
public enum Action {
    VIEW(0),
    SEARCH(1),
    ADD_TO_CART(2),
    REMOVE_FROM_CART(3),
    PURCHASE(4),
    RATE(5),
    REVIEW(6),
    RETURN(7);

    /** How many actions there are; codes are below it. */
    public static final int COUNT = 8;

    private static final Action[] BY_CODE = values();

    private final int code;

    Action(int code) {
        this.code = code;
    }

    /** The number by which an action is stored; never changes. */
    public int code() {
        return code;
    }

    /** The action stored as this number, 0 ≤ code &lt; {@link #COUNT}. */
    public static Action ofCode(int code) {
        return BY_CODE[code];
    }
}
