package org.amalgam.ui.settings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class PlaceTest {

    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1_440, 900);
    private static final Rectangle2D SECOND = new Rectangle2D(1_440, 0, 1_920, 1_080);

    @Test
    void aWindowOnAScreenThatIsGoneCannotBeReached() {
        Place place = new Place(1_500, 100, 1_280, 800);
        assertTrue(place.reachable(List.of(LAPTOP, SECOND)));
        assertFalse(place.reachable(List.of(LAPTOP)));
    }

    @Test
    void enoughOfTheUpperEdgeMustBeOnAScreen() {
        assertTrue(new Place(-1_100, 10, 1_280, 800).reachable(List.of(LAPTOP)));
        assertFalse(new Place(-1_200, 10, 1_280, 800).reachable(List.of(LAPTOP)));
        assertFalse(new Place(20, -60, 1_280, 800).reachable(List.of(LAPTOP)));
        assertFalse(new Place(20, 880, 1_280, 800).reachable(List.of(LAPTOP)));
    }
}
