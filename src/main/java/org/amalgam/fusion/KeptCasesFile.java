package org.amalgam.fusion;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Action;

/** Kept cases as a file, so that mixing can go on without the members. */
public final class KeptCasesFile {

    static final int MAGIC = 0x4b455054; // "KEPT"
    static final int VERSION = 2;

    private KeptCasesFile() {}

    /** Writes all; an existing file is replaced. */
    public static void write(KeptCases cases, Path file) throws IOException {
        try (KeptCasesWriter writer = new KeptCasesWriter(file, cases.members(), cases.top())) {
            writer.add(cases);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it cannot be read or is no such file
     */
    public static KeptCases read(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC || in.readInt() != VERSION) {
                throw new IOException(file + " does not hold kept cases of version " + VERSION);
            }
            int top = in.readInt();
            int memberCount = in.readInt();
            List<String> members = new ArrayList<>();
            for (int m = 0; m < memberCount; m++) {
                members.add(in.readUTF());
            }
            CaseRows rows = new CaseRows(memberCount);
            while (in.readBoolean()) {
                read(rows, in);
            }
            return new KeptCases(members, top, rows);
        }
    }

    private static void read(CaseRows rows, DataInputStream in) throws IOException {
        CaseLabel label = new CaseLabel(in.readUTF(), in.readInt(), in.readInt(), in.readBoolean());
        CaseContext context =
                new CaseContext(
                        in.readInt(), in.readInt(), in.readBoolean(), Action.ofCode(in.readByte()));
        int place = in.readInt();
        int targetRow = place < 0 ? CaseRows.NO_TARGET : rows.rows() + place;
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            rows.addItem(in.readInt(), in.readInt(), in.readByte());
            for (int m = 0; m < rows.members(); m++) {
                rows.addScore(m, in.readFloat(), in.readFloat());
            }
        }
        for (int m = 0; m < rows.members(); m++) {
            if (in.readBoolean()) {
                rows.addFacts(m, Optional.of(ScoreFacts.read(in)), in.readDouble());
            } else {
                rows.addFacts(m, Optional.empty(), 0);
            }
        }
        rows.endCase(context, label, targetRow);
    }
}
