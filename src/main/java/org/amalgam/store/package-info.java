/**
 * The embedded H2 store: the only place that knows SQL. {@link org.amalgam.store.EventStore} opens
 * it and replays it, {@link org.amalgam.store.SourceWriter} fills it, {@link
 * org.amalgam.store.StoreStatistics} counts what is in it.
 */
package org.amalgam.store;
