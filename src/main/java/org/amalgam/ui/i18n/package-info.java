/** The window's words in two languages, and whether this system can draw them. */
package org.amalgam.ui.i18n;
