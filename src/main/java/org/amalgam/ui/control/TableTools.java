package org.amalgam.ui.control;

import org.amalgam.ui.i18n.Messages;

/** What tables need beside their cells: words, and a way to write files. */
public record TableTools(Messages messages, TextExport export) {}
