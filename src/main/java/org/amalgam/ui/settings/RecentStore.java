package org.amalgam.ui.settings;

import java.nio.file.Path;
import java.time.Instant;

/** A store that was open. */
public record RecentStore(Path store, long events, Instant usedAt) {}
