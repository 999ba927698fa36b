package org.amalgam.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well brand, category and price band of a store's items can be guessed from all else that is
 * known of them.
 *
 * @param items of the catalogue
 * @param confident least confidence of a guess that is kept
 * @param machine that it ran on
 * @param kept where guesses at missing values are
 * @param rows one an attribute
 */
public record AttributeReport(
        long seed,
        String dataDigest,
        int items,
        double confident,
        Map<String, String> machine,
        double seconds,
        Path kept,
        List<Row> rows) {

    public AttributeReport {
        rows = List.copyOf(rows);
    }

    /**
     * One attribute.
     *
     * @param known items with a value
     * @param missing items without
     * @param values different ones that items to learn from have; 0 when nothing was compared
     * @param training items learned from
     * @param validation items that chose settings and method
     * @param test items that the figures are of; the three together may be a sample of those known
     * @param unseen test items whose value no item to learn from has, a miss for everybody
     * @param methods the majority first; none when nothing was compared
     * @param untold the test items whose titles do not name the brand, when those of others do; of
     *     other attributes none
     * @param best on validation; empty when none beats the majority there
     * @param gain in accuracy of the best method over the majority
     * @param confident test items of which the best method was confident
     * @param filled missing values for which a confident guess is kept
     * @param note why nothing was compared, or else why nothing was filled
     */
    public record Row(
            String attribute,
            int known,
            int missing,
            int values,
            int training,
            int validation,
            int test,
            int unseen,
            List<Figures> methods,
            Optional<Untold> untold,
            Optional<String> best,
            Optional<Gain> gain,
            Confident confident,
            int filled,
            Optional<String> note) {

        public Row {
            methods = List.copyOf(methods);
        }

        /** Whether there were more items with a value than were used. */
        public boolean sampled() {
            return training > 0 && training + validation + test < known;
        }
    }

    /**
     * One method on the test items.
     *
     * @param setting chosen on validation: neighbours, cost or depth
     * @param macroF1 mean over values, each counting the same
     */
    public record Figures(String method, OptionalDouble setting, double accuracy, double macroF1) {}

    /**
     * Part of the test items, which may be none of them.
     *
     * @param accuracy by method; none without cases
     */
    public record Untold(int cases, Map<String, Double> accuracy) {}

    /** A difference with its 95 % interval. */
    public record Gain(double mean, double low, double high) {}

    /**
     * Confident guesses at test items.
     *
     * @param right of these guesses
     * @param said their mean confidence; 0 without any
     */
    public record Confident(int guesses, int right, double said) {}
}
