/**
 * The live screen: the replay's controls, tiles, charts, weights, current shopper and event feed.
 * One timer reads the newest snapshot once a pulse; view-models need no window.
 */
package org.amalgam.ui.live;
