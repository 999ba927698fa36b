package org.amalgam.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.amalgam.domain.UnusableInput;

/** The formats there are. A new one is a class and a line in {@link #ALL}. */
public final class LogFormats {

    /** What {@code --format} is when the header is to decide. */
    public static final String AUTO = "auto";

    /** In the order in which a header is offered to them. */
    public static final List<LogFormat> ALL =
            List.of(
                    new CanonicalFormat(),
                    new RetailRocketFormat(),
                    new OnlineRetailFormat(),
                    new CatalogueFormat(),
                    new CampaignFormat());

    private LogFormats() {}

    /**
     * The format of a file.
     *
     * @param name a format's name or {@link #AUTO}
     * @param file named in errors
     * @throws UnusableInput if there is no such format or columns are missing
     */
    static LogFormat of(String name, String file, Header header) {
        requireKnown(name);
        LogFormat format = name.equals(AUTO) ? recognise(file, header) : named(name);
        requireColumns(file, header, format);
        return format;
    }

    /**
     * Refuses a name that is neither a format's nor {@link #AUTO}.
     *
     * @throws UnusableInput if {@code --format} has no such value
     */
    public static void requireKnown(String name) {
        if (!name.equals(AUTO) && ALL.stream().noneMatch(format -> format.name().equals(name))) {
            throw new UnusableInput(
                    "no format is called " + Quoted.of(name) + "; use auto, " + names(", "));
        }
    }

    private static LogFormat named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst().orElseThrow();
    }

    private static LogFormat recognise(String file, Header header) {
        return ALL.stream()
                .filter(format -> format.recognises(header))
                .findFirst()
                .orElseGet(() -> closest(file, header));
    }

    /** The format of which most columns are there, so that the error can name the others. */
    private static LogFormat closest(String file, Header header) {
        LogFormat closest = ALL.stream().max(Comparator.comparingInt(f -> found(f, header))).get();
        if (found(closest, header) == 0) {
            throw new UnusableInput(
                    file
                            + ", line 1: "
                            + Quoted.of(header.toString())
                            + " is not the header of a known format; the first line must name the"
                            + " columns of "
                            + ALL.stream()
                                    .map(LogFormats::describe)
                                    .collect(Collectors.joining(", ")));
        }
        return closest;
    }

    private static int found(LogFormat format, Header header) {
        return format.required().size() - header.missing(format.required()).size();
    }

    private static void requireColumns(String file, Header header, LogFormat format) {
        List<String> missing = header.missing(format.required());
        if (!missing.isEmpty()) {
            throw new UnusableInput(
                    file
                            + ", line 1: column "
                            + String.join(", ", missing)
                            + " is missing for the format "
                            + describe(format)
                            + "; the header is "
                            + Quoted.of(header.toString()));
        }
    }

    private static String describe(LogFormat format) {
        return format.name() + " (" + String.join(",", format.required()) + ")";
    }

    private static String names(String separator) {
        return ALL.stream().map(LogFormat::name).collect(Collectors.joining(separator));
    }
}
