package org.amalgam.simulate;

/**
 * An item with what only the simulator knows of it.
 *
 * @param number from 0
 * @param brandNumber over all categories
 * @param word what stands before the noun
 * @param colour empty words where there is none
 * @param level how dear it is for its kind: 0 typical, ±1 one standard deviation of log price
 * @param traits point in the space in which shoppers have their tastes
 * @param appeal weight in its kind, long-tailed
 * @param arrives second of the epoch from which it is in the shop
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Product(
        int number,
        String id,
        Phrase title,
        Phrase brand,
        int brandNumber,
        int category,
        int kind,
        Phrase word,
        Phrase noun,
        Phrase colour,
        double price,
        double level,
        float[] traits,
        double appeal,
        long arrives) {}
