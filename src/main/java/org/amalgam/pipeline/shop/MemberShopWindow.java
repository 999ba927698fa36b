package org.amalgam.pipeline.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.RankedItem;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.pipeline.engine.KeptMembers;

/** A shop window over members that are kept loaded. */
public final class MemberShopWindow implements ShopWindow {

    private final KeptMembers members;
    private final List<String> untrained;
    private final Catalogue catalogue;
    private final Reasons reasons;
    private final Supplier<RuleBook> rules;
    private final Consumer<ShopWindow> onClose;
    private boolean closed;

    /**
     * @param members closed by this
     * @param shoppers of the same store
     * @param rules that act, asked for every list
     * @param onClose hears once, when this is closed
     */
    public MemberShopWindow(
            KeptMembers members,
            List<String> untrained,
            Shoppers shoppers,
            SessionSettings sessions,
            Supplier<RuleBook> rules,
            Consumer<ShopWindow> onClose) {
        this.members = members;
        this.untrained = List.copyOf(untrained);
        this.catalogue = shoppers.catalogue();
        this.reasons =
                new Reasons(new Companions(shoppers.lists(), catalogue.size(), sessions.gap()));
        this.rules = rules;
        this.onClose = onClose;
    }

    @Override
    public List<String> members() {
        return members.names();
    }

    @Override
    public List<String> untrained() {
        return untrained;
    }

    @Override
    public Instant trainedUntil() {
        return members.trainedUntil();
    }

    @Override
    public FusionWeights equal() {
        return FusionWeights.uniform(members.learned().members());
    }

    @Override
    public FusionWeights learned() {
        return members.learned();
    }

    @Override
    public synchronized ShopList list(ListRequest request) {
        if (closed) {
            throw new IllegalStateException("the shop window is closed");
        }
        KeptMembers.Answer answer =
                members.ask(
                        request.history(),
                        request.asOf(),
                        request.method(),
                        request.weights(),
                        rules.get(),
                        request.k(),
                        request.explained());
        List<ShopList.Place> places = new ArrayList<>();
        for (RankedItem ranked : answer.top()) {
            int index = places.size();
            Optional<Reason> reason =
                    answer.explanations().stream()
                            .skip(index)
                            .findFirst()
                            .map(why -> reasons.of(why, request.history(), request.asOf()));
            places.add(
                    new ShopList.Place(
                            index + 1,
                            catalogue.item(ranked.item()),
                            ranked.score(),
                            ranked.shares(),
                            reason));
        }
        return new ShopList(places);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            members.close();
            onClose.accept(this);
        }
    }
}
