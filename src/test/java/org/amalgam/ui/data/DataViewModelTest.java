package org.amalgam.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.OwnThread;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.fake.FakeShop;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataViewModelTest {

    @TempDir Path home;
    private final Messages messages = new Messages();

    private DataViewModel model() {
        TaskRunner runner = OwnThread.runner();
        FakeWorkbenchFactory factory = new FakeWorkbenchFactory(0);
        return new DataViewModel(new Desk(factory, runner, messages, new Folders(home)), messages);
    }

    @Test
    void figuresFollowTheLinesAndTellTheirShare() {
        List<DataViewModel.Figure> figures = model().figures(FakeShop.report());
        assertEquals("63,025", figures.get(0).value());
        assertEquals("545", figures.get(2).value());
        assertEquals("0.9 %", figures.get(2).share());
    }

    @Test
    void reasonsAreTranslatedAndTheMostFrequentComesFirst() {
        messages.languageProperty().set(Language.CHINESE);
        DataViewModel.Shown reasons = model().reasons(FakeShop.report());
        assertEquals(List.of("时间无法读取", "312"), reasons.rows().get(0));
        assertEquals(4, reasons.rows().size());
    }

    @Test
    void examplesTellTheLineNumber() {
        DataViewModel.Shown examples = model().examples(FakeShop.report());
        assertEquals(
                List.of("118", "Unreadable time", "timestamp \"12/31/99\""),
                examples.rows().get(0));
    }
}
