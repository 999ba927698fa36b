package org.amalgam.pipeline.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.stage.EnsembleMember;

/** All members and baselines of a run. Calls come from the replay thread only. */
public final class Ensemble implements AutoCloseable {

    private final List<MemberHost> hosts;

    /** How often what members had foreseen was forgotten. */
    private int forgotten;

    public Ensemble(List<MemberHost> hosts) {
        this.hosts = List.copyOf(hosts);
    }

    /**
     * These members, each run as {@link MemberHost} says.
     *
     * @param items of the catalogue they were trained on
     */
    public static Ensemble of(
            List<? extends EnsembleMember> members, int items, boolean strict, Duration patience) {
        return new Ensemble(
                members.stream()
                        .map(member -> new MemberHost(member, items, strict, patience))
                        .toList());
    }

    /** With more patience than any answer takes. */
    public static Ensemble of(List<? extends EnsembleMember> members, int items, boolean strict) {
        return of(members, items, strict, MemberHost.MORE_THAN_ENOUGH);
    }

    public List<MemberHost> hosts() {
        return hosts;
    }

    /** These alone, by name; the same hosts, which this ensemble still closes. */
    Ensemble only(Set<String> names) {
        return new Ensemble(hosts.stream().filter(host -> names.contains(host.name())).toList());
    }

    /** Names of one kind, in order. */
    public List<String> names(RankerKind kind) {
        return hosts.stream().filter(host -> host.kind() == kind).map(MemberHost::name).toList();
    }

    /**
     * Everybody's answer, in order. Networks work at the same time on their own threads, while the
     * baselines work here.
     */
    public List<MemberOutput> score(FeatureWindow window) {
        hosts.stream().filter(host -> host.kind() == RankerKind.MEMBER).forEach(h -> h.ask(window));
        hosts.stream().filter(host -> host.kind() != RankerKind.MEMBER).forEach(h -> h.ask(window));
        List<MemberOutput> outputs = new ArrayList<>(hosts.size());
        hosts.forEach(host -> outputs.add(host.answer()));
        return outputs;
    }

    /**
     * How many events from the next one on find those members that learn aside as they are now: as
     * many as come before they publish again; 0 where there are none.
     */
    int foreseeable() {
        return hosts.stream()
                .filter(MemberHost::foresees)
                .mapToInt(MemberHost::foreseeable)
                .min()
                .orElse(0);
    }

    /** Has those members work out answers to windows that will be asked about in this order. */
    void prepare(List<FeatureWindow> windows) {
        hosts.stream().filter(MemberHost::foresees).forEach(host -> host.prepare(windows));
    }

    /** Other windows than those prepared will be asked about. */
    void forgetForeseen() {
        forgotten++;
        hosts.forEach(MemberHost::forgetForeseen);
    }

    /** Grows whenever what was prepared is forgotten. */
    int forgotten() {
        return forgotten;
    }

    /** Lets a member that was trained late take part from the next question on. */
    void join(String member) {
        for (MemberHost host : hosts) {
            if (host.name().equals(member) && host.member() instanceof LateMember late) {
                host.call(
                        () -> {
                            late.join();
                            return true;
                        });
            }
        }
        // What they foresaw, they foresaw without it.
        forgetForeseen();
    }

    /** Time each took for its last answer. */
    public Map<String, Long> answerNanos() {
        Map<String, Long> nanos = new LinkedHashMap<>();
        hosts.forEach(host -> nanos.put(host.name(), host.answerNanos()));
        return nanos;
    }

    public void learn(Observation observation) {
        learn(observation, LearningPace.USUAL);
    }

    /** Likewise, each member at its pace. */
    void learn(Observation observation, LearningPace pace) {
        hosts.forEach(host -> host.learn(observation, pace.member(host.name())));
    }

    public void flush() {
        hosts.forEach(MemberHost::flush);
    }

    /** Batches that nobody will learn from, as {@link MemberHost#batchesDropped} counts them. */
    long batchesDropped() {
        return hosts.stream().mapToLong(MemberHost::batchesDropped).sum();
    }

    /** Waits until all have learned from what they were handed over. */
    void awaitLearning() {
        List<FutureTask<Void>> tasks = hosts.stream().map(MemberHost::learned).toList();
        tasks.forEach(OwnerThread::wait);
    }

    /** Lets the members go, with all they were handed over learned, and does not close them. */
    void release() {
        hosts.forEach(MemberHost::release);
    }

    @Override
    public void close() {
        hosts.forEach(MemberHost::close);
    }
}
