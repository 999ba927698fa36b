package org.amalgam.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.UnusableInput;
import org.amalgam.fusion.KeptCases;
import org.amalgam.fusion.KeptCasesFile;
import org.amalgam.ingest.ItemNumbers;

/**
 * What a run kept in a folder, so that its members can be fused anew without asking them: beside
 * this description {@code items.tsv} (id and training count, in the order of their numbers), {@code
 * validation.kept} and {@code test.kept}.
 *
 * @param rankers members and baselines in the order of reports, with what training took
 * @param candidates how many items were ranked
 * @param unseenTargets cases left out as their target never occurred in training
 * @param settings those of the run, as reported
 */
record KeptRun(
        String schema,
        String amalgamVersion,
        String protocol,
        String note,
        long seed,
        String dataDigest,
        List<Ranker> rankers,
        int candidates,
        long unseenTargets,
        Map<String, Object> settings) {

    static final String SCHEMA = "amalgam.kept/1";

    private static final String DESCRIPTION = "run.json";
    private static final String ITEMS = "items.tsv";
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    KeptRun {
        rankers = List.copyOf(rankers);
        settings = new LinkedHashMap<>(settings);
    }

    /** One whose answers were kept. */
    record Ranker(String name, RankerKind kind, double trainSeconds) {}

    static Path validation(Path folder) {
        return folder.resolve("validation.kept");
    }

    static Path test(Path folder) {
        return folder.resolve("test.kept");
    }

    /**
     * Makes the folder, so that nobody trains for an hour before hearing that it cannot be. An
     * older description goes: if this run does not reach its end, nothing here is to be taken for
     * whole.
     *
     * @throws UnusableInput if it cannot be made
     */
    static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(DESCRIPTION));
        } catch (IOException e) {
            throw new UnusableInput(
                    folder + ": cannot be made (" + e.getMessage() + "); give another --keep", e);
        }
    }

    /** Writes all but the test part, which was written case by case. */
    void write(Path folder, TrainingSet data, KeptCases validation) {
        try {
            KeptCasesFile.write(validation, validation(folder));
            describe(folder, data);
        } catch (IOException e) {
            throw new UncheckedIOException("keeping answers in " + folder, e);
        }
    }

    private void describe(Path folder, TrainingSet data) throws IOException {
        int[] counts = data.itemCounts();
        List<String> lines = new ArrayList<>(counts.length);
        for (int item = 0; item < counts.length; item++) {
            lines.add(data.catalogue().item(item).id() + "\t" + counts[item]);
        }
        Files.write(folder.resolve(ITEMS), lines);
        JSON.writeValue(folder.resolve(DESCRIPTION).toFile(), this);
    }

    /**
     * The description of what was kept in a folder.
     *
     * @throws UnusableInput if nothing was, or by another version's layout
     */
    static KeptRun read(Path folder) {
        Path file = folder.resolve(DESCRIPTION);
        try {
            KeptRun run = JSON.readValue(file.toFile(), KeptRun.class);
            if (!SCHEMA.equals(run.schema)) {
                throw new IOException("layout " + run.schema + " where " + SCHEMA + " is read");
            }
            return run;
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw unusable(folder, file, e);
        }
    }

    /** Kept cases of one of the two parts. */
    static KeptCases cases(Path folder, Path part) {
        try {
            return KeptCasesFile.read(part);
        } catch (IOException e) {
            throw unusable(folder, part, e);
        }
    }

    private static UnusableInput unusable(Path folder, Path file, Exception e) {
        String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new UnusableInput(
                folder
                        + ": "
                        + file.getFileName()
                        + " cannot be read ("
                        + why
                        + "); give a folder that evaluate filled with --keep",
                e);
    }

    /**
     * Items by their numbers, and how often each occurred in training.
     *
     * @param counts by number
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Items(ItemNumbers numbers, int[] counts) {}

    static Items items(Path folder) {
        Path file = folder.resolve(ITEMS);
        try {
            List<String> lines = Files.readAllLines(file);
            ItemNumbers numbers = new ItemNumbers();
            int[] counts = new int[lines.size()];
            for (int item = 0; item < counts.length; item++) {
                String line = lines.get(item);
                int tab = line.lastIndexOf('\t');
                counts[numbers.of(line.substring(0, tab))] =
                        Integer.parseInt(line.substring(tab + 1));
            }
            return new Items(numbers, counts);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw unusable(folder, file, e);
        }
    }
}
