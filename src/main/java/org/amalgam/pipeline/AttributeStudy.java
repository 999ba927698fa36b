package org.amalgam.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.amalgam.domain.ImputedAttributes;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.PairedBootstrap;
import org.amalgam.model.attribute.AttributeComparison;
import org.amalgam.model.attribute.AttributeFindings;
import org.amalgam.model.attribute.MethodFindings;
import org.amalgam.report.Machine;
import org.amalgam.store.EventStore;

/** Compares ways of guessing attributes on a store's catalogue and keeps confident guesses. */
final class AttributeStudy {

    private final EventStore store;
    private final ImputedFile kept;
    private final long seed;
    private final TaskMonitor monitor;

    AttributeStudy(EventStore store, ImputedFile kept, long seed, TaskMonitor monitor) {
        this.store = store;
        this.kept = kept;
        this.seed = seed;
        this.monitor = monitor;
    }

    AttributeReport run() {
        long start = System.nanoTime();
        String digest = store.digest();
        List<AttributeFindings> findings =
                new AttributeComparison(store.catalogue(), seed, monitor).run();
        ImputedAttributes imputed =
                new ImputedAttributes(
                        findings.stream().flatMap(one -> one.imputed().stream()).toList());
        kept.write(imputed, digest, store.catalogue(), seed);
        return new AttributeReport(
                seed,
                digest,
                store.catalogue().size(),
                AttributeComparison.CONFIDENT,
                machine(),
                (System.nanoTime() - start) / 1e9,
                kept.path(),
                findings.stream().map(this::row).toList());
    }

    private static Map<String, String> machine() {
        Machine here = Machine.describe();
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("cpu", here.cpu());
        machine.put("cores", Integer.toString(here.cores()));
        machine.put("maxHeapMegabytes", Long.toString(here.maxHeapMegabytes()));
        machine.put("os", here.os());
        machine.put("java", here.java());
        return machine;
    }

    private AttributeReport.Row row(AttributeFindings one) {
        return new AttributeReport.Row(
                one.attribute().label(),
                one.known(),
                one.missing(),
                one.classes(),
                one.parts().training(),
                one.parts().validation(),
                one.parts().test(),
                one.unseen(),
                one.methods().stream().map(AttributeStudy::figures).toList(),
                untold(one),
                one.chosen(),
                gain(one),
                new AttributeReport.Confident(
                        one.tested().guesses(), one.tested().right(), one.tested().confidence()),
                one.imputed().size(),
                one.note());
    }

    private static AttributeReport.Figures figures(MethodFindings one) {
        return new AttributeReport.Figures(
                one.method(), one.setting(), one.accuracy(), one.macroF1());
    }

    private static Optional<AttributeReport.Untold> untold(AttributeFindings findings) {
        int[] cases =
                IntStream.range(0, findings.told().size())
                        .filter(i -> !findings.told().get(i))
                        .toArray();
        if (cases.length == findings.told().size()) {
            return Optional.empty();
        }
        Map<String, Double> accuracy = new LinkedHashMap<>();
        for (MethodFindings method : findings.methods()) {
            IntStream.of(cases)
                    .map(i -> method.hits().get(i) ? 1 : 0)
                    .average()
                    .ifPresent(share -> accuracy.put(method.method(), share));
        }
        return Optional.of(new AttributeReport.Untold(cases.length, accuracy));
    }

    private Optional<AttributeReport.Gain> gain(AttributeFindings one) {
        return one.chosen()
                .map(
                        best -> {
                            double[] majority = hits(one.methods().get(0));
                            PairedBootstrap.Difference gain =
                                    PairedBootstrap.seeded(seed)
                                            .compare(
                                                    hits(named(one, best)),
                                                    majority,
                                                    IntStream.range(0, majority.length).toArray(),
                                                    majority.length);
                            return new AttributeReport.Gain(
                                    gain.mean(), gain.interval().low(), gain.interval().high());
                        });
    }

    private static MethodFindings named(AttributeFindings findings, String method) {
        return findings.methods().stream()
                .filter(one -> one.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    private static double[] hits(MethodFindings method) {
        return method.hits().stream().mapToDouble(hit -> hit ? 1 : 0).toArray();
    }
}
