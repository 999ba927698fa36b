package org.amalgam.pipeline.shop;

import java.time.Instant;
import java.util.List;
import org.amalgam.domain.FusionWeights;
import org.amalgam.fusion.FusionMethods;

/**
 * What the shop would show, whoever comes: members loaded once, which then answer at once.
 *
 * <p>Nothing that is asked teaches anybody anything. Networks answer as they were trained; members
 * that count have also learned from all that came since. A list as of an earlier moment leaves out
 * later steps and items, but is made by members that know what came later.
 *
 * <p>Calls may come from any thread; one waits for the other. After {@link #close}, which waits
 * likewise, there are no more answers.
 */
public interface ShopWindow extends AutoCloseable {

    /** Ways to fuse that need not be learned first. */
    List<String> METHODS =
            FusionMethods.names().stream()
                    .filter(name -> !FusionMethods.needsRecipe(name) && !name.equals("hedge"))
                    .toList();

    /** Members and baselines that can be given weight, in the order of reports. */
    List<String> members();

    /** Networks that are not trained on this data, or not as the others, and take no part. */
    List<String> untrained();

    /** Events before it are what the networks know. */
    Instant trainedUntil();

    /** Those that are fused when nobody asks for others, with equal weights. */
    FusionWeights equal();

    /**
     * Likewise, with the weights that Hedge learned from the latest events after the training;
     * equal ones when there were none.
     */
    FusionWeights learned();

    /**
     * The list for this history.
     *
     * @throws IllegalArgumentException if a member or method is not one of these
     * @throws IllegalStateException after {@link #close}
     */
    ShopList list(ListRequest request);

    @Override
    void close();
}
