package org.amalgam.ingest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.CampaignLine;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.RejectedLine.Reason;

/** What was advertised when: {@code campaign,from,until,item_id}, a line an item of a campaign. */
final class CampaignFormat implements LogFormat {

    private static final List<String> COLUMNS = List.of("campaign", "from", "until", "item_id");

    @Override
    public String name() {
        return "campaigns";
    }

    @Override
    public List<String> required() {
        return COLUMNS;
    }

    @Override
    public Content content() {
        return Content.CAMPAIGNS;
    }

    @Override
    public LineParser parser(Header header, CleaningSettings settings) {
        return new Parser(header, settings);
    }

    /** The first sound line of a campaign gives its times; others must agree. */
    private static final class Parser implements LineParser {

        private final int name;
        private final int from;
        private final int until;
        private final int item;
        private final Fields fields;
        private final Map<String, CampaignLine> first = new HashMap<>();
        private final Set<List<String>> told = new HashSet<>();

        Parser(Header header, CleaningSettings settings) {
            this.name = header.index(COLUMNS.get(0));
            this.from = header.index(COLUMNS.get(1));
            this.until = header.index(COLUMNS.get(2));
            this.item = header.index(COLUMNS.get(3));
            this.fields = new Fields(settings);
        }

        @Override
        public ParsedLine parse(long line, List<String> record) {
            fields.moveTo(line, record);
            String campaign = required(fields.name(name), Reason.MISSING_CAMPAIGN, "no campaign");
            Instant begins = fields.time(from, "from").truncatedTo(ChronoUnit.MILLIS);
            Instant ends = fields.time(until, "until").truncatedTo(ChronoUnit.MILLIS);
            if (!begins.isBefore(ends)) {
                fields.reject(
                        Reason.UNTIL_NOT_AFTER_FROM, "until " + ends + " is not after " + begins);
            }
            String advertised = required(fields.id(item), Reason.MISSING_ITEM, "no item");
            requireSameTimes(campaign, begins, ends);
            Optional<RejectedLine> rejection = fields.rejection();
            if (rejection.isPresent()) {
                return new ParsedLine.Rejected(rejection.get());
            }
            CampaignLine entry = new CampaignLine(line, campaign, begins, ends, advertised);
            first.putIfAbsent(campaign, entry);
            return told.add(List.of(campaign, advertised))
                    ? new ParsedLine.Advertised(entry, fields.repaired())
                    : new ParsedLine.Duplicate(line);
        }

        private String required(Optional<String> text, Reason reason, String otherwise) {
            if (text.isEmpty()) {
                fields.reject(reason, otherwise);
            }
            return text.orElse("");
        }

        private void requireSameTimes(String campaign, Instant begins, Instant ends) {
            CampaignLine known = first.get(campaign);
            if (known != null && !(known.from().equals(begins) && known.until().equals(ends))) {
                fields.reject(
                        Reason.CONTRADICTING_TIMES,
                        Quoted.of(campaign)
                                + " is from "
                                + known.from()
                                + " until "
                                + known.until()
                                + " in line "
                                + known.line());
            }
        }
    }
}
