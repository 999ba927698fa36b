/** What the user can do, by name or by keys: the registry, the palette, the list of shortcuts. */
package org.amalgam.ui.command;
