package org.amalgam.fusion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stacking model as JSON: by owner and term, one number for each context feature. */
final class StackingJson {

    private StackingJson() {}

    static void write(StackingModel model, ObjectNode node) {
        node.put("depth", model.depth());
        node.put("meanLogCount", model.warmth().mean());
        node.put("deviationLogCount", model.warmth().deviation());
        StackingTerms.CONTEXT.forEach(node.putArray("context")::add);
        ObjectNode owners = node.putObject("coefficients");
        model.coefficients()
                .forEach(
                        (owner, rows) -> {
                            ObjectNode terms = owners.putObject(owner);
                            List<String> names = names(owner);
                            for (int term = 0; term < rows.size(); term++) {
                                rows.get(term).forEach(terms.putArray(names.get(term))::add);
                            }
                        });
    }

    /**
     * @throws IllegalArgumentException if something is missing or of other features
     */
    static StackingModel read(JsonNode node) {
        if (!texts(node.required("context")).equals(StackingTerms.CONTEXT)) {
            throw new IllegalArgumentException("stacking by other contexts than this version's");
        }
        Map<String, List<List<Double>>> coefficients = new LinkedHashMap<>();
        node.required("coefficients")
                .properties()
                .forEach(
                        owner ->
                                coefficients.put(
                                        owner.getKey(), rows(owner.getKey(), owner.getValue())));
        return new StackingModel(
                node.required("depth").intValue(),
                new StackingModel.Warmth(
                        node.required("meanLogCount").doubleValue(),
                        node.required("deviationLogCount").doubleValue()),
                coefficients);
    }

    private static List<List<Double>> rows(String owner, JsonNode terms) {
        List<List<Double>> rows = new ArrayList<>();
        for (String name : names(owner)) {
            List<Double> row = new ArrayList<>();
            terms.required(name).forEach(value -> row.add(value.doubleValue()));
            rows.add(row);
        }
        return rows;
    }

    private static List<String> names(String owner) {
        return owner.equals(StackingModel.CONTEXT)
                ? StackingTerms.OF_ITEM
                : StackingTerms.OF_MEMBER;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
