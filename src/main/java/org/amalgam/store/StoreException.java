package org.amalgam.store;

import java.io.IOException;
import java.sql.SQLException;

/** The database failed while it was used. The message is one line that says what was attempted. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param attempted what was being done, e.g. {@code writing events to shop}
     */
    public StoreException(String attempted, SQLException cause) {
        super(attempted + " failed: " + reason(cause), cause);
    }

    private static String reason(SQLException cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof IOException) {
                return t.getMessage()
                        + "; check that the disk has room, then do it again (what was stored before"
                        + " is kept)";
            }
        }
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
