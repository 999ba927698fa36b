package org.amalgam.ui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EndLabelsTest {

    @Test
    void labelsWithRoomStayAtTheirLines() {
        double[] places = EndLabels.place(new double[] {80, 20, 50}, 12, 0, 100);
        assertArrayEquals(new double[] {80, 20, 50}, places, 1e-9);
    }

    @Test
    void labelsOfOneEndSpreadEvenlyAroundIt() {
        double[] places = EndLabels.place(new double[] {50, 50, 50}, 12, 0, 100);
        assertArrayEquals(new double[] {38, 50, 62}, places, 1e-9);
    }

    @Test
    void neverOverlapNorLeaveTheRoomAndKeepTheLinesOrder() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            double[] wanted = random.doubles(8, -10, 110).toArray();
            double[] places = EndLabels.place(wanted, 12, 0, 100);
            Integer[] order = {0, 1, 2, 3, 4, 5, 6, 7};
            Arrays.sort(order, (a, b) -> Double.compare(wanted[a], wanted[b]));
            for (int i = 1; i < order.length; i++) {
                double gap = places[order[i]] - places[order[i - 1]];
                assertTrue(gap >= 12 - 1e-9, "gap " + gap);
            }
            assertTrue(places[order[0]] >= 6 - 1e-9 && places[order[7]] <= 94 + 1e-9);
        }
    }

    @Test
    void tooManyLabelsShareTheRoom() {
        double[] places = EndLabels.place(new double[10], 12, 0, 60);
        assertTrue(Arrays.stream(places).allMatch(at -> at >= 0 && at <= 60));
        assertTrue(places[9] - places[0] > 50);
    }
}
