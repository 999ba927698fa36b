package org.amalgam.ui.control;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amalgam.ui.i18n.Messages;

/** What a worker says of its progress, in the window's language. */
public final class ProgressWords {

    private static final Pattern EPOCH =
            Pattern.compile("([\\w-]+), epoch (\\d+) of( at most)? (\\d+)( on all sessions)?");
    private static final Pattern READING = Pattern.compile("reading (.+)");

    private static final Map<String, String> KNOWN =
            Map.of(
                    "catching up", "work.catching-up",
                    "reading shoppers", "work.reading-shoppers",
                    "making lists", "work.making-lists");

    private ProgressWords() {}

    /**
     * The words for {@code lstm, epoch 2 of 6} and its like; what is not known is shown as it came.
     *
     * @param fraction done, 0 to 1, or negative when not known
     */
    public static String of(Messages messages, String said, double fraction) {
        Matcher epoch = EPOCH.matcher(said);
        if (epoch.matches()) {
            String key = epoch.group(5) == null ? "work.epoch" : "work.last-epoch";
            String name = Rankers.name(messages, epoch.group(1));
            return messages.get(key, name, epoch.group(2), epoch.group(4));
        }
        if (KNOWN.containsKey(said)) {
            return messages.get(KNOWN.get(said));
        }
        Matcher reading = READING.matcher(said);
        if (reading.matches()) {
            return messages.get("work.reading", reading.group(1));
        }
        if (messages.find("ranker." + said).isPresent()) {
            String key = fraction >= 1 ? "work.trained" : "work.counting";
            return messages.get(key, Rankers.name(messages, said));
        }
        if (said.equals("latest cases")) {
            return messages.get("work.latest-cases");
        }
        return said.equals("simulating") ? messages.get("work.simulating") : said;
    }
}
