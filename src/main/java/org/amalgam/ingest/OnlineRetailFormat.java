package org.amalgam.ingest;

import java.util.List;
import org.amalgam.config.CleaningSettings;

/**
 * Invoice lines as in the UCI data set "Online Retail" (Chen, Sain and Guo 2012): each line is a
 * purchase and also says what the item is called and costs. Left out are cancellations and
 * adjustments, lines without a description, and stock codes that do not start with five digits,
 * which are postage, vouchers and the like. Of the lines of one invoice and code the first counts,
 * the others are duplicates. Without a customer the invoice is the user.
 */
final class OnlineRetailFormat implements LogFormat {

    private static final List<String> COLUMNS =
            List.of(
                    "invoiceno",
                    "stockcode",
                    "description",
                    "quantity",
                    "invoicedate",
                    "unitprice",
                    "customerid");

    @Override
    public String name() {
        return "onlineretail";
    }

    @Override
    public List<String> required() {
        return COLUMNS;
    }

    @Override
    public LineParser parser(Header header, CleaningSettings settings) {
        return new InvoiceParser(header, settings);
    }
}
