package org.amalgam.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.amalgam.domain.UnusableInput;

/** A settings record changed field by field, so that a wrong value is told with its field. */
final class SettingsRecord {

    /** Takes nothing for something else: no text for a number, no fraction for a whole number. */
    static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();

    private SettingsRecord() {}

    /**
     * These settings with other values of some fields.
     *
     * @param where file and member, for the message
     * @throws UnusableInput if there is no such field, or its value is none or out of range
     */
    static <T extends Record> T changed(T start, ObjectNode fields, String where) {
        T settings = start;
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            settings = changed(settings, field.getKey(), field.getValue(), where);
        }
        return settings;
    }

    private static <T extends Record> T changed(
            T settings, String field, JsonNode value, String where) {
        List<RecordComponent> components = List.of(settings.getClass().getRecordComponents());
        RecordComponent component =
                components.stream()
                        .filter(c -> c.getName().equals(field))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new UnusableInput(
                                                where
                                                        + ": there is no setting '"
                                                        + field
                                                        + "'; there are "
                                                        + names(components)));
        String what = where + ", " + field + " = " + value + ": ";
        if (value.isNull()) {
            throw new UnusableInput(what + "leave it out or give " + kind(component));
        }
        ObjectNode all = JSON.valueToTree(settings);
        all.set(field, value);
        try {
            @SuppressWarnings("unchecked") // the class of a T
            Class<T> type = (Class<T>) settings.getClass();
            return JSON.treeToValue(all, type);
        } catch (JsonProcessingException e) {
            throw new UnusableInput(
                    what
                            + (e.getCause() instanceof IllegalArgumentException range
                                    ? range.getMessage()
                                    : "give " + kind(component)),
                    e);
        }
    }

    private static String names(List<RecordComponent> components) {
        return components.stream().map(RecordComponent::getName).collect(Collectors.joining(", "));
    }

    private static String kind(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (type == double.class) {
            return "a number";
        }
        return type == int.class || type == long.class
                ? "a whole number"
                : "a list of whole numbers";
    }
}
