package org.amalgam.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.Action;

/**
 * Amalgam's own layout: {@code timestamp,user,item,action} and, where known, {@code
 * query,price,quantity,rating}, in any order.
 */
final class CanonicalFormat implements LogFormat {

    private static final List<String> COLUMNS = List.of("timestamp", "user", "item", "action");

    private static final Map<String, Action> ACTIONS =
            Arrays.stream(Action.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    action -> action.name().toLowerCase(Locale.ROOT),
                                    Function.identity()));

    @Override
    public String name() {
        return "canonical";
    }

    @Override
    public List<String> required() {
        return COLUMNS;
    }

    @Override
    public LineParser parser(Header header, CleaningSettings settings) {
        return new BehaviourParser(header, COLUMNS, ACTIONS, settings);
    }
}
