package org.amalgam.ingest;

import java.util.List;
import java.util.Locale;
import org.amalgam.domain.UnusableInput;

/**
 * The column names of a file, trimmed and in lower case, in file order.
 *
 * @param columns no name twice
 */
public record Header(List<String> columns) {

    /** Where a column that is not there stands. */
    static final int ABSENT = -1;

    public Header {
        columns = List.copyOf(columns);
    }

    /**
     * @param file named in errors
     * @throws UnusableInput if a name stands there twice
     */
    static Header of(String file, List<String> fields) {
        List<String> names =
                fields.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty() && names.indexOf(names.get(i)) < i) {
                throw new UnusableInput(
                        file
                                + ", line 1: column \""
                                + names.get(i)
                                + "\" stands twice in the header; rename or remove one");
            }
        }
        return new Header(names);
    }

    /** Position of a column, from 0, or {@link #ABSENT}. */
    int index(String column) {
        return columns.indexOf(column);
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    List<String> missing(List<String> wanted) {
        return wanted.stream().filter(column -> !has(column)).toList();
    }

    /** For messages; cut when long, for a file without a header may begin with anything. */
    @Override
    public String toString() {
        return Quoted.cut(String.join(",", columns));
    }
}
