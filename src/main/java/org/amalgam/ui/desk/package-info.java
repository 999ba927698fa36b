/**
 * What all screens share: the open store, the replay under way, long work in the background, and
 * notices. Needs no window.
 */
package org.amalgam.ui.desk;
