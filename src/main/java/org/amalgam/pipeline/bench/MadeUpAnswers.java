package org.amalgam.pipeline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Scored;

/**
 * Answers of six members made up: dense ones like networks', and ones of neighbours, nearly all 0.
 */
final class MadeUpAnswers {

    private static final List<String> NEIGHBOURS = List.of("markov", "itemknn", "vsknn");

    /** Few enough for a core's own cache, where a step finds answers that were just given. */
    private static final int STEPS = 2;

    /** How many items a neighbour method knows something of. */
    private static final int NEIGHBOURHOOD = 400;

    private final List<List<Scored>> answers = new ArrayList<>();
    private int step;

    MadeUpAnswers(int items) {
        Random random = new Random(1);
        for (int i = 0; i < STEPS; i++) {
            List<Scored> outputs = new ArrayList<>();
            for (String name : MeasuredMembers.NETWORKS) {
                outputs.add(new Scored(name, dense(items, random)));
            }
            for (String name : NEIGHBOURS) {
                outputs.add(new Scored(name, sparse(items, random)));
            }
            answers.add(outputs);
        }
    }

    static List<String> members() {
        List<String> members = new ArrayList<>(MeasuredMembers.NETWORKS);
        members.addAll(NEIGHBOURS);
        return members;
    }

    private static float[] dense(int items, Random random) {
        float[] scores = new float[items];
        for (int i = 0; i < items; i++) {
            scores[i] = (float) random.nextGaussian() * 3 - 5;
        }
        return scores;
    }

    private static float[] sparse(int items, Random random) {
        float[] scores = new float[items];
        for (int i = 0; i < NEIGHBOURHOOD; i++) {
            scores[random.nextInt(items)] = 1 + random.nextInt(50) / 7f;
        }
        return scores;
    }

    /** The next step's answers, as members give them: made anew. */
    List<MemberOutput> next() {
        step = (step + 1) % STEPS;
        List<MemberOutput> outputs = new ArrayList<>();
        answers.get(step).forEach(o -> outputs.add(new Scored(o.member(), o.scores())));
        return outputs;
    }
}
