/** Writes what a screen shows into files that spreadsheets open. Needs no window. */
package org.amalgam.ui.export;
