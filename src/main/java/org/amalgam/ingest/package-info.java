/**
 * Readers of log and catalogue files, and their cleaning: every line becomes a {@link
 * org.amalgam.domain.LogLine}, a {@link org.amalgam.domain.CatalogueLine}, a {@link
 * org.amalgam.domain.RejectedLine} or a repeat. {@link org.amalgam.ingest.LogFormats} lists the
 * formats.
 */
package org.amalgam.ingest;
