package org.amalgam.ingest;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.CatalogueLine;
import org.amalgam.domain.LogLine;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.RejectedLine.Reason;

/**
 * Parses invoice lines by the rules of {@link OnlineRetailFormat}. Remembers which items each
 * invoice of the file has had. What an item is called and costs is told once, with its first sale:
 * later lines correct titles in ways that were not known at the time.
 */
final class InvoiceParser implements LineParser {

    private static final Pattern ITEM_CODE = Pattern.compile("[0-9]{5}.*");

    private final Fields fields;
    private final int invoiceColumn;
    private final int codeColumn;
    private final int titleColumn;
    private final int quantityColumn;
    private final int timeColumn;
    private final int priceColumn;
    private final int customerColumn;
    private final Map<String, Set<String>> codesByInvoice = new HashMap<>();
    private final Set<String> described = new HashSet<>();

    InvoiceParser(Header header, CleaningSettings settings) {
        this.fields = new Fields(settings);
        this.invoiceColumn = header.index("invoiceno");
        this.codeColumn = header.index("stockcode");
        this.titleColumn = header.index("description");
        this.quantityColumn = header.index("quantity");
        this.timeColumn = header.index("invoicedate");
        this.priceColumn = header.index("unitprice");
        this.customerColumn = header.index("customerid");
    }

    @Override
    public ParsedLine parse(long line, List<String> record) {
        fields.moveTo(line, record);
        String invoice = invoice();
        String code = code();
        Optional<String> title = fields.text(titleColumn);
        if (title.isEmpty()) {
            fields.reject(Reason.MISSING_TITLE, "no description of " + Quoted.of(code));
        }
        double quantity = aboveZero(quantityColumn, "quantity");
        double price = aboveZero(priceColumn, "unit price");
        Instant time = fields.localTime(timeColumn);
        String user = fields.id(customerColumn).orElse("invoice-" + invoice);
        Optional<RejectedLine> rejection = fields.rejection();
        if (rejection.isPresent()) {
            return new ParsedLine.Rejected(rejection.get());
        }
        if (!codesByInvoice.computeIfAbsent(invoice, key -> new HashSet<>(4)).add(code)) {
            return new ParsedLine.Duplicate(line);
        }
        LogLine log =
                new LogLine(
                        line,
                        time,
                        user,
                        Optional.of(code),
                        Action.PURCHASE,
                        Optional.empty(),
                        OptionalDouble.of(price),
                        OptionalDouble.of(quantity));
        return new ParsedLine.Kept(
                log, OptionalDouble.empty(), about(line, code, title, price), fields.repaired());
    }

    private String invoice() {
        String invoice = fields.id(invoiceColumn).orElse("");
        if (invoice.isEmpty()) {
            fields.reject(Reason.MISSING_USER, "no invoice");
        } else if (invoice.startsWith("C") || invoice.startsWith("c")) {
            fields.reject(Reason.NOT_A_SALE, "invoice " + Quoted.of(invoice) + " cancels another");
        } else if (invoice.startsWith("A") || invoice.startsWith("a")) {
            fields.reject(Reason.NOT_A_SALE, "invoice " + Quoted.of(invoice) + " is an adjustment");
        }
        return invoice;
    }

    private String code() {
        String code = fields.id(codeColumn).orElse("");
        if (code.isEmpty()) {
            fields.reject(Reason.MISSING_ITEM, "no stock code");
        } else if (!ITEM_CODE.matcher(code).matches()) {
            fields.reject(
                    Reason.NOT_AN_ITEM,
                    "stock code " + Quoted.of(code) + " does not start with five digits");
        }
        return code;
    }

    private double aboveZero(int column, String name) {
        OptionalDouble value = fields.number(column, name, -Double.MAX_VALUE);
        if (value.isEmpty()) {
            fields.reject(Reason.BAD_NUMBER, "no " + name);
        } else if (value.getAsDouble() <= 0) {
            fields.reject(Reason.NOT_A_SALE, name + " " + value.getAsDouble());
        }
        return value.orElse(0);
    }

    private Optional<CatalogueLine> about(
            long line, String code, Optional<String> title, double price) {
        if (!described.add(code)) {
            return Optional.empty();
        }
        return Optional.of(
                new CatalogueLine(
                        line,
                        code,
                        title,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.of(price)));
    }
}
