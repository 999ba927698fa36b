package org.amalgam.ingest;

import static java.util.Objects.requireNonNull;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;

/**
 * Dense item numbers, from 0, in order of first appearance; grows as files are read. One thread
 * makes all calls.
 */
public final class ItemNumbers {

    private static final int ABSENT = -1;

    private final Object2IntOpenHashMap<String> byId = new Object2IntOpenHashMap<>();
    private final List<String> ids = new ArrayList<>();

    public ItemNumbers() {
        byId.defaultReturnValue(ABSENT);
    }

    /** The item's number, a new one when it was not known. */
    public int of(String id) {
        requireNonNull(id, "id");
        int known = byId.getInt(id);
        if (known != ABSENT) {
            return known;
        }
        byId.put(id, ids.size());
        ids.add(id);
        return ids.size() - 1;
    }

    /** The source's own id, 0 ≤ number &lt; {@link #size()}. */
    public String id(int number) {
        return ids.get(number);
    }

    public int size() {
        return ids.size();
    }

    /** All items known so far; only their ids are known. */
    public Catalogue catalogue() {
        List<Item> items = new ArrayList<>(ids.size());
        for (int number = 0; number < ids.size(); number++) {
            items.add(Item.bare(number, ids.get(number)));
        }
        return new Catalogue(items);
    }
}
