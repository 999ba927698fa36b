package org.amalgam.model.neighbour;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.amalgam.config.SessionNeighbourSettings;
import org.amalgam.config.SessionNeighbourSettings.Weighting;

/** Settings as part of a member's file. */
final class SettingsFile {

    private SettingsFile() {}

    static void write(SessionNeighbourSettings settings, DataOutputStream out) throws IOException {
        out.writeUTF(settings.weighting().name());
        out.writeInt(settings.neighbours());
        out.writeInt(settings.sample());
        out.writeDouble(settings.querySteps());
        out.writeDouble(settings.overlapSteps());
        out.writeDouble(settings.itemSteps());
        out.writeDouble(settings.earlier());
        out.writeDouble(settings.ageDays());
        out.writeDouble(settings.idf());
    }

    static SessionNeighbourSettings read(DataInputStream in) throws IOException {
        try {
            return new SessionNeighbourSettings(
                    Weighting.valueOf(in.readUTF()),
                    in.readInt(),
                    in.readInt(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble());
        } catch (IllegalArgumentException e) {
            throw new IOException("settings that cannot be (" + e.getMessage() + ")", e);
        }
    }
}
