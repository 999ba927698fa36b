package org.amalgam.fusion;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes kept cases part by part, so that a whole test part need not be in memory. {@link
 * KeptCasesFile} reads them; a file that was not closed is refused there.
 */
public final class KeptCasesWriter implements AutoCloseable {

    private final DataOutputStream out;

    /**
     * Creates the file, replacing an old one.
     *
     * @param members in the order of {@link KeptCases#members}
     * @param top how many items are kept of each
     */
    public KeptCasesWriter(Path file, List<String> members, int top) throws IOException {
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        out.writeInt(KeptCasesFile.MAGIC);
        out.writeInt(KeptCasesFile.VERSION);
        out.writeInt(top);
        out.writeInt(members.size());
        for (String member : members) {
            out.writeUTF(member);
        }
    }

    /** Adds these cases, of the same members as those before. */
    public void add(KeptCases cases) throws IOException {
        for (int index = 0; index < cases.size(); index++) {
            out.writeBoolean(true);
            write(cases.label(index));
            write(cases.rows(), index);
        }
    }

    private void write(CaseLabel label) throws IOException {
        out.writeUTF(label.id());
        out.writeInt(label.group());
        out.writeInt(label.target());
        out.writeBoolean(label.targetKnown());
    }

    private void write(CaseRows rows, int index) throws IOException {
        CaseContext context = rows.context(index);
        out.writeInt(context.length());
        out.writeInt(context.lastCount());
        out.writeBoolean(context.repeats());
        out.writeByte(context.action().code());
        int target = rows.targetRow(index);
        out.writeInt(target == CaseRows.NO_TARGET ? target : target - rows.start(index));
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

    @Override
    public void close() throws IOException {
        out.writeBoolean(false);
        out.close();
    }
}
