package org.amalgam.fusion;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Action;

/** Kept cases as a file, so that mixing can go on without the members. */
public final class KeptCasesFile {

    private static final int MAGIC = 0x4b455054; // "KEPT"
    private static final int VERSION = 1;

    private KeptCasesFile() {}

    /** Writes all; an existing file is replaced. */
    public static void write(KeptCases cases, Path file) throws IOException {
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(cases.top());
            out.writeInt(cases.members().size());
            for (String member : cases.members()) {
                out.writeUTF(member);
            }
            out.writeInt(cases.size());
            for (int index = 0; index < cases.size(); index++) {
                write(cases.rows(), index, out);
            }
        }
    }

    private static void write(CaseRows rows, int index, DataOutputStream out) throws IOException {
        CaseContext context = rows.context(index);
        out.writeInt(context.length());
        out.writeInt(context.lastCount());
        out.writeBoolean(context.repeats());
        out.writeByte(context.action().code());
        out.writeInt(rows.group(index));
        out.writeInt(rows.targetRow(index) - rows.start(index));
        out.writeInt(rows.end(index) - rows.start(index));
        for (int row = rows.start(index); row < rows.end(index); row++) {
            out.writeInt(rows.item(row));
            out.writeInt(rows.count(row));
            out.writeByte(rows.recency(row));
            for (int m = 0; m < rows.members(); m++) {
                out.writeFloat(rows.score(m, row));
                out.writeFloat(rows.rank(m, row));
            }
        }
        for (int m = 0; m < rows.members(); m++) {
            Optional<ScoreFacts> facts = rows.facts(m, index);
            out.writeBoolean(facts.isPresent());
            if (facts.isPresent()) {
                facts.get().write(out);
                out.writeDouble(rows.threshold(m, index));
            }
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
            int size = in.readInt();
            for (int index = 0; index < size; index++) {
                read(rows, in);
            }
            return new KeptCases(members, top, rows);
        }
    }

    private static void read(CaseRows rows, DataInputStream in) throws IOException {
        CaseContext context =
                new CaseContext(
                        in.readInt(), in.readInt(), in.readBoolean(), Action.ofCode(in.readByte()));
        int group = in.readInt();
        int targetRow = rows.rows() + in.readInt();
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
        rows.endCase(context, group, targetRow);
    }
}
