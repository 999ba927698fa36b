package org.amalgam.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All items known, by dense number. Immutable. */
public final class Catalogue {

    private final List<Item> items;
    private final Map<String, Item> byId;

    /**
     * @throws IllegalArgumentException if an item does not stand at its own index
     */
    public Catalogue(List<Item> items) {
        this.items = List.copyOf(items);
        this.byId = new HashMap<>(items.size() * 2);
        for (int index = 0; index < this.items.size(); index++) {
            Item item = this.items.get(index);
            if (item.index() != index) {
                throw new IllegalArgumentException(
                        "item " + item.id() + " of index " + item.index() + " stands at " + index);
            }
            byId.put(item.id(), item);
        }
    }

    public int size() {
        return items.size();
    }

    /** The item with this dense number, 0 ≤ index &lt; {@link #size()}. */
    public Item item(int index) {
        return items.get(index);
    }

    /** The item with the source's own id. */
    public Optional<Item> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Item> items() {
        return items;
    }
}
