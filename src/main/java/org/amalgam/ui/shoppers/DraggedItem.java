package org.amalgam.ui.shoppers;

import java.util.Optional;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;

/** An item on its way from one place of the screen to another, by its dense number. */
final class DraggedItem {

    static final DataFormat FORMAT = new DataFormat("application/x-amalgam-item");

    private DraggedItem() {}

    static Optional<Integer> on(Dragboard board) {
        return board.getContent(FORMAT) instanceof Integer item
                ? Optional.of(item)
                : Optional.empty();
    }
}
