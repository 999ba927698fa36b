package org.amalgam.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.config.MemberSettings;
import org.amalgam.domain.UnusableInput;
import org.amalgam.model.Members;

/**
 * Members' settings as JSON, one object a member: {@code {"lstm": {"learningRate": 0.05}}}. What it
 * names replaces {@link Members#startingPoints}; a member that it names uses exactly that and does
 * not choose between settings. Members that it does not name stay as they ship.
 */
public final class SettingsFile {

    private static final ObjectMapper JSON = SettingsRecord.JSON;

    private SettingsFile() {}

    /** The settings of this file; without one, those that members ship with. */
    public static MemberSettings read(Optional<Path> file) {
        return file.map(SettingsFile::read).orElseGet(Members::shippedSettings);
    }

    /**
     * The settings of this file.
     *
     * @throws UnusableInput naming file, member, field and remedy, if anything is wrong
     */
    public static MemberSettings read(Path file) {
        JsonNode root = tree(file);
        Map<String, Record> starts = Members.startingPoints();
        MemberSettings settings = Members.shippedSettings().from(file.getFileName().toString());
        for (Map.Entry<String, JsonNode> member : object(root, file.toString()).properties()) {
            String where = file + ": " + member.getKey();
            Record start = starts.get(member.getKey());
            if (start == null) {
                throw new UnusableInput(
                        where
                                + ": no member of this name has settings; name "
                                + String.join(", ", starts.keySet()));
            }
            ObjectNode fields = object(member.getValue(), where);
            settings = settings.with(member.getKey(), SettingsRecord.changed(start, fields, where));
        }
        return settings;
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new UnusableInput(
                    file + at(e) + ": is not JSON (" + e.getOriginalMessage() + ")", e);
        } catch (IOException e) {
            throw new UnusableInput(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static String at(JsonProcessingException e) {
        return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    }

    private static ObjectNode object(JsonNode node, String where) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new UnusableInput(where + ": must be an object, as in {\"lstm\": {\"epochs\": 6}}");
    }

    /**
     * Writes all fields of these settings.
     *
     * @param members settings by member name
     * @throws UnusableInput if the file cannot be written
     */
    static void write(Path file, Map<String, ? extends Record> members) {
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), members);
        } catch (IOException e) {
            throw new UnusableInput(file + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    /**
     * What a report says of them: where they come from and, when that is a file, the values that
     * each of these members used as they are, in the form of the file.
     */
    static Map<String, Object> reported(MemberSettings settings, List<String> members) {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("memberSettings", settings.origin());
        if (!settings.origin().equals(MemberSettings.SHIPPED)) {
            for (String member : members) {
                settings.fixed(member)
                        .ifPresent(fixed -> rows.put("settings." + member, text(fixed)));
            }
        }
        return rows;
    }

    private static String text(Record settings) {
        return JSON.valueToTree(settings).toString();
    }
}
