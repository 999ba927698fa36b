package org.amalgam.ingest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.CatalogueLine;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.RejectedLine.Reason;

/** What items are: {@code item} and, where known, {@code title,title_zh,brand,category,price}. */
final class CatalogueFormat implements LogFormat {

    /** A header with one of these is of a log that lacks another column, not of a catalogue. */
    private static final List<String> OF_A_LOG = List.of("timestamp", "user", "action");

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public List<String> required() {
        return List.of("item");
    }

    @Override
    public boolean recognises(Header header) {
        return header.has("item") && OF_A_LOG.stream().noneMatch(header::has);
    }

    @Override
    public Content content() {
        return Content.ITEMS;
    }

    @Override
    public LineParser parser(Header header, CleaningSettings settings) {
        return new Parser(header, settings);
    }

    private static final class Parser implements LineParser {

        private final Header header;
        private final Fields fields;

        Parser(Header header, CleaningSettings settings) {
            this.header = header;
            this.fields = new Fields(settings);
        }

        @Override
        public ParsedLine parse(long line, List<String> record) {
            fields.moveTo(line, record);
            Optional<String> item = fields.id(header.index("item"));
            Optional<String> title = text("title");
            Optional<String> titleZh = text("title_zh");
            Optional<String> brand = text("brand");
            Optional<String> category = text("category");
            OptionalDouble price = fields.number(header.index("price"), "price", 0);
            if (item.isEmpty()) {
                fields.reject(Reason.MISSING_ITEM, "no item");
            }
            Optional<RejectedLine> rejection = fields.rejection();
            if (rejection.isPresent()) {
                return new ParsedLine.Rejected(rejection.get());
            }
            return new ParsedLine.Described(
                    new CatalogueLine(
                            line, item.orElseThrow(), title, titleZh, brand, category, price),
                    fields.repaired());
        }

        private Optional<String> text(String column) {
            return fields.text(header.index(column));
        }
    }
}
