/** How the window looks and what it remembers from one start to the next. */
package org.amalgam.ui.settings;
