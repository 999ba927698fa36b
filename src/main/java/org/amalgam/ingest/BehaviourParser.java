package org.amalgam.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.LogLine;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.RejectedLine.Reason;

/** Parses lines that say who did what with which item, whatever the columns are called. */
final class BehaviourParser implements LineParser {

    private final Map<String, Action> actions;
    private final Fields fields;
    private final int time;
    private final int user;
    private final int item;
    private final int action;
    private final int query;
    private final int price;
    private final int quantity;
    private final int rating;

    /**
     * @param names column names for time, user, item and action, in this order
     * @param actions by their names in the file, in lower case
     */
    BehaviourParser(
            Header header,
            List<String> names,
            Map<String, Action> actions,
            CleaningSettings settings) {
        this.actions = actions;
        this.fields = new Fields(settings);
        this.time = header.index(names.get(0));
        this.user = header.index(names.get(1));
        this.item = header.index(names.get(2));
        this.action = header.index(names.get(3));
        this.query = header.index("query");
        this.price = header.index("price");
        this.quantity = header.index("quantity");
        this.rating = header.index("rating");
    }

    @Override
    public ParsedLine parse(long line, List<String> record) {
        fields.moveTo(line, record);
        Instant at = fields.time(time);
        Optional<String> who = fields.id(user);
        Optional<String> what = fields.id(item);
        Optional<Action> did = fields.action(action, actions);
        boolean search = did.equals(Optional.of(Action.SEARCH));
        Optional<String> text = search ? fields.text(query) : Optional.empty();
        OptionalDouble cost = fields.number(price, "price", 0);
        OptionalDouble pieces = fields.number(quantity, "quantity", 0);
        OptionalDouble stars = fields.number(rating, "rating", -Double.MAX_VALUE);
        if (who.isEmpty()) {
            fields.reject(Reason.MISSING_USER, "no user");
        }
        if (what.isEmpty() && !search) {
            fields.reject(Reason.MISSING_ITEM, "no item");
        }
        Optional<RejectedLine> rejection = fields.rejection();
        if (rejection.isPresent()) {
            return new ParsedLine.Rejected(rejection.get());
        }
        return new ParsedLine.Kept(
                new LogLine(
                        line, at, who.orElseThrow(), what, did.orElseThrow(), text, cost, pieces),
                stars,
                fields.repaired());
    }
}
