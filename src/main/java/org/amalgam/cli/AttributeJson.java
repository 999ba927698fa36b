package org.amalgam.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.amalgam.pipeline.AmalgamVersion;
import org.amalgam.pipeline.AttributeReport;

/** How well attributes can be guessed, as one JSON document. */
final class AttributeJson {

    private AttributeJson() {}

    static Map<String, Object> of(AttributeReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", "amalgam.attributes/1");
        document.put("amalgamVersion", AmalgamVersion.current());
        document.put("seed", report.seed());
        document.put("dataDigest", report.dataDigest());
        document.put("settings", Map.of("confident", report.confident()));
        document.put("machine", report.machine());
        document.put("seconds", report.seconds());
        document.put("items", report.items());
        document.put("attributes", report.rows().stream().map(AttributeJson::of).toList());
        document.put("imputed", report.kept().toString());
        return document;
    }

    private static Map<String, Object> of(AttributeReport.Row row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("attribute", row.attribute());
        fields.put("known", row.known());
        fields.put("missing", row.missing());
        fields.put("values", row.values());
        fields.put("training", row.training());
        fields.put("validation", row.validation());
        fields.put("cases", row.test());
        fields.put("sampled", row.sampled());
        fields.put("unseen", row.unseen());
        Map<String, Object> methods = new LinkedHashMap<>();
        row.methods().forEach(one -> methods.put(one.method(), of(one)));
        fields.put("methods", methods);
        fields.put("untold", row.untold().orElse(null));
        fields.put("best", row.best().orElse(null));
        fields.put("gain", row.gain().orElse(null));
        fields.put("confident", of(row.confident()));
        fields.put("filled", row.filled());
        fields.put("note", row.note().orElse(null));
        return fields;
    }

    private static Map<String, Object> of(AttributeReport.Figures figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("accuracy", figures.accuracy());
        fields.put("macroF1", figures.macroF1());
        figures.setting().ifPresent(setting -> fields.put("setting", setting));
        return fields;
    }

    private static Map<String, Object> of(AttributeReport.Confident confident) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("guesses", confident.guesses());
        fields.put("right", confident.right());
        fields.put("precision", AttributeText.precision(confident).orElse(null));
        fields.put("said", confident.guesses() == 0 ? null : confident.said());
        return fields;
    }
}
