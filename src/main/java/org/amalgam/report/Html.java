package org.amalgam.report;

import java.util.List;

/** Well-formed HTML, piece by piece. Text is escaped unless a method says otherwise. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        point -> {
                            switch (point) {
                                case '<' -> escaped.append("&lt;");
                                case '>' -> escaped.append("&gt;");
                                case '&' -> escaped.append("&amp;");
                                case '"' -> escaped.append("&quot;");
                                case '\'' -> escaped.append("&#39;");
                                default -> escaped.appendCodePoint(isText(point) ? point : 0xFFFD);
                            }
                        });
        return escaped.toString();
    }

    /** Control characters have no place in a page. */
    private static boolean isText(int point) {
        if (point < 0x20) {
            return point == '\n' || point == '\t';
        }
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        return !surrogate && point != 0xFFFE && point != 0xFFFF;
    }

    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html element(String name, String text) {
        return raw("<" + name + ">").raw(escape(text)).raw("</" + name + ">\n");
    }

    /** A table with its first columns as text and the others as numbers, aligned. */
    Html table(List<String> columns, List<List<String>> rows, int textColumns) {
        raw("<div class=\"scroll\"><table>\n<thead><tr>");
        row("th", columns, textColumns);
        raw("</tr></thead>\n<tbody>\n");
        for (List<String> cells : rows) {
            raw("<tr>");
            row("td", cells, textColumns);
            raw("</tr>\n");
        }
        return raw("</tbody></table></div>\n");
    }

    private void row(String tag, List<String> cells, int textColumns) {
        for (int i = 0; i < cells.size(); i++) {
            raw("<" + tag + (i < textColumns ? "" : " class=\"number\"") + ">");
            raw(escape(cells.get(i))).raw("</" + tag + ">");
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
