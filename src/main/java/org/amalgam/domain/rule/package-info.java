/**
 * What a merchandiser may rule: pin, boost, bury or exclude items, and the book that such rules are
 * kept in. Immutable values; how they act is told by the stage {@code merchandise}.
 */
package org.amalgam.domain.rule;
