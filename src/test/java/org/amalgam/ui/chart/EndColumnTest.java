package org.amalgam.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndColumnTest {

    private static final double ROOM = 4 * EndColumn.HEIGHT;

    private static List<ChartReading.Row> rows(int count) {
        List<ChartReading.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double width = i % 2 == 0 ? 1 : 3;
            rows.add(new ChartReading.Row("r" + i, i, i, LineStyle.solid(Palette.BLUE, width)));
        }
        return rows;
    }

    private static EndColumn of(int count, int hidden) {
        return EndColumn.of(rows(count), hidden, row -> ROOM / 2, 0, ROOM);
    }

    @Test
    void allThatFitAreThere() {
        EndColumn column = of(4, 0);
        assertEquals(4, column.labels().size());
        assertEquals(0, column.leftOut());
        assertFalse(column.isMoreAt(column.moreY()));
    }

    @Test
    void widestLinesStayWhereNotAllFitAndTheRestIsCounted() {
        EndColumn column = of(7, 0);
        assertEquals(
                List.of("r1", "r3", "r5"),
                column.labels().stream().map(label -> label.row().name()).toList());
        assertEquals(4, column.leftOut());
        assertTrue(column.isMoreAt(column.moreY()));
    }

    @Test
    void labelsNeverOverlap() {
        List<EndColumn.EndLabel> labels = of(9, 2).labels();
        for (int i = 1; i < labels.size(); i++) {
            double apart = Math.abs(labels.get(i).y() - labels.get(i - 1).y());
            assertTrue(apart >= EndColumn.HEIGHT - 1e-9, "apart by " + apart);
        }
    }

    @Test
    void aLabelIsFoundByWhereItIs() {
        EndColumn column = of(3, 1);
        EndColumn.EndLabel second = column.labels().get(1);
        assertEquals(second, column.at(second.y() + 3).orElseThrow());
        assertEquals(1, column.leftOut());
    }
}
