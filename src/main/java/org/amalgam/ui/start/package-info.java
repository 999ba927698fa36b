/** What is shown while there is no data: two ways to begin. */
package org.amalgam.ui.start;
