/**
 * Yardsticks that only count: popularity, first-order transitions and item neighbours. They learn
 * from every event at once and are always scored beside the members.
 */
package org.amalgam.model.baseline;
