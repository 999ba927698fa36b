package org.amalgam.pipeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.evaluation.TopK;
import org.amalgam.model.Members;
import org.amalgam.model.baseline.ItemNeighbours;
import org.amalgam.model.content.ContentNeighbours;
import org.amalgam.model.network.ItemRows;
import org.amalgam.model.network.NetworkMember;
import org.amalgam.pipeline.ItemPage.Likeness;
import org.amalgam.pipeline.ItemPage.Neighbour;
import org.amalgam.pipeline.ItemPage.Similar;
import org.amalgam.pipeline.engine.ModelShelf;
import org.amalgam.store.EventStore;

/**
 * Which items are similar, by what the members kept beside a store have learned and by content.
 * What is read of members is kept until others are trained or other data comes. Thread-safe; one
 * call at a time goes on.
 */
final class SimilarItems {

    private static final int NEAREST = 8;

    private final EventStore store;
    private final ModelShelf shelf;
    private Optional<Read> newest = Optional.empty();

    SimilarItems(EventStore store, ModelShelf shelf) {
        this.store = store;
        this.shelf = shelf;
    }

    /** One way of being similar: fills in how much every item is so to one. */
    private record Way(Likeness by, String member, BiConsumer<Integer, float[]> likeness) {}

    /** The ways there are for this data and these members. */
    private record Read(List<String> of, List<Way> ways) {}

    /** The items most similar to this one, in each way there is; none of a way is not said. */
    synchronized List<Similar> of(int item) {
        Catalogue catalogue = store.catalogue();
        String digest = store.digest();
        Optional<ModelShelf.Provenance> network =
                Members.all().stream()
                        .filter(listing -> listing.kind() == RankerKind.MEMBER)
                        .filter(listing -> listing.type() == NetworkMember.class)
                        .flatMap(listing -> kept(listing.name(), digest, catalogue).stream())
                        .findFirst();
        Optional<ModelShelf.Provenance> sessions = kept(ItemNeighbours.NAME, digest, catalogue);
        List<String> asked = List.of(digest, network.toString(), sessions.toString());
        if (newest.filter(read -> read.of().equals(asked)).isEmpty()) {
            List<Way> ways = new ArrayList<>();
            network.flatMap(this::rows).ifPresent(ways::add);
            sessions.map(this::sessions).ifPresent(ways::add);
            ways.add(new Way(Likeness.CONTENT, "", new ContentNeighbours(catalogue)::likeness));
            newest = Optional.of(new Read(asked, ways));
        }
        return newest.orElseThrow().ways().stream()
                .map(way -> nearest(way, item, catalogue.size()))
                .filter(similar -> !similar.nearest().isEmpty())
                .toList();
    }

    private Optional<ModelShelf.Provenance> kept(String name, String digest, Catalogue catalogue) {
        return shelf.provenance(name)
                .filter(own -> own.fits(own.untilTime(), own.seed(), digest, catalogue.size()));
    }

    private Optional<Way> rows(ModelShelf.Provenance kept) {
        try (EnsembleMember member = Members.create(kept.member(), kept.seed())) {
            shelf.load(member);
            return member instanceof NetworkMember network
                    ? network.rows()
                            .map(rows -> new Way(Likeness.ITEM_ROWS, kept.member(), cosines(rows)))
                    : Optional.empty();
        }
    }

    /** Of the rows as they are, without the biases, which say how popular an item is. */
    private static BiConsumer<Integer, float[]> cosines(ItemRows rows) {
        float[] all = rows.copy();
        int width = rows.width();
        double[] lengths = new double[rows.items()];
        for (int item = 0; item < lengths.length; item++) {
            lengths[item] = Math.sqrt(product(all, item, item, width));
        }
        return (item, likeness) -> {
            for (int other = 0; other < lengths.length; other++) {
                double norm = lengths[item] * lengths[other];
                likeness[other] = norm == 0 ? 0 : (float) (product(all, item, other, width) / norm);
            }
        };
    }

    private static double product(float[] rows, int one, int other, int width) {
        double sum = 0;
        for (int j = 0; j < width - 1; j++) {
            sum += (double) rows[one * width + j] * rows[other * width + j];
        }
        return sum;
    }

    private Way sessions(ModelShelf.Provenance kept) {
        EnsembleMember member = Members.create(kept.member(), kept.seed());
        shelf.load(member);
        return new Way(Likeness.SESSIONS, kept.member(), ((ItemNeighbours) member)::similarities);
    }

    private static Similar nearest(Way way, int item, int items) {
        float[] likeness = new float[items];
        way.likeness().accept(item, likeness);
        BitSet others = new BitSet(items);
        others.set(0, items);
        others.clear(item);
        List<Neighbour> nearest = new ArrayList<>();
        for (int other : new TopK(NEAREST).select(likeness, others)) {
            if (likeness[other] > 0) {
                nearest.add(new Neighbour(other, likeness[other]));
            }
        }
        return new Similar(way.by(), way.member(), nearest);
    }
}
