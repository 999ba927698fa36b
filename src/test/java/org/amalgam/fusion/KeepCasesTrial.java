package org.amalgam.fusion;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.ingest.ItemNumbers;
import org.amalgam.ingest.SessionFile;
import org.amalgam.model.Members;

/**
 * Trains members on all but the latest sessions of a training file and keeps the cases of the
 * others in a file, for {@code FusionTrial}.
 *
 * <p>Arguments: training file, kept file, members, share held out, seed.
 */
final class KeepCasesTrial {

    private KeepCasesTrial() {}

    public static void main(String[] arguments) throws IOException {
        Path train = Path.of(arguments[0]);
        Path kept = Path.of(arguments[1]);
        List<String> names = List.of(arguments[2].split(","));
        double share = Double.parseDouble(arguments[3]);
        long seed = Long.parseLong(arguments[4]);
        ItemNumbers items = new ItemNumbers();
        List<Session> sessions =
                SessionFile.read(train, items).stream().map(SessionFile.Read::session).toList();
        int split = (int) Math.round(sessions.size() * (1 - share));
        TrainingSet data = new TrainingSet(items.catalogue(), sessions.subList(0, split));
        List<EnsembleMember> members = new ArrayList<>();
        for (String name : names) {
            long start = System.nanoTime();
            EnsembleMember member = Members.create(name, seed);
            member.train(data, TaskMonitor.silent());
            members.add(member);
            print("%s trained in %.0f s", name, (System.nanoTime() - start) / 1e9);
        }
        KeptCases cases = keep(data, sessions.subList(split, sessions.size()), members);
        KeptCasesFile.write(cases, kept);
        print("%d cases", cases.size());
        members.forEach(EnsembleMember::close);
    }

    private static KeptCases keep(
            TrainingSet data, List<Session> heldOut, List<EnsembleMember> members) {
        int[] counts = data.itemCounts();
        BitSet candidates = new BitSet();
        for (int item = 0; item < counts.length; item++) {
            candidates.set(item, counts[item] > 0);
        }
        List<String> names = members.stream().map(EnsembleMember::name).toList();
        KeptCasesBuilder builder =
                new KeptCasesBuilder(names, counts, candidates, KeptCases.DEFAULT_TOP);
        float[][] buffers = new float[members.size()][counts.length];
        for (Session session : heldOut) {
            ItemSequence steps = session.steps();
            Instant time = session.start();
            for (int given = 1; given < steps.length(); given++) {
                FeatureWindow window =
                        new FeatureWindow(
                                session.user(),
                                time,
                                steps.prefix(given),
                                ItemSequence.empty(),
                                Optional.of(time));
                time = time.plusMillis((long) (1000 * Math.max(0, steps.gapSeconds(given))));
                List<MemberOutput> outputs = new ArrayList<>();
                for (int m = 0; m < members.size(); m++) {
                    outputs.add(members.get(m).score(window, buffers[m]));
                }
                builder.add(window, steps.item(given), outputs);
            }
        }
        return builder.build();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(java.util.Locale.ROOT, format, values));
    }
}
