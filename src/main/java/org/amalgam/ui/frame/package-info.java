/** The frame around the screens: top bar, banner and status bar. */
package org.amalgam.ui.frame;
