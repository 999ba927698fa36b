/**
 * Session neighbours: an index of past and running sessions that learns from every event, and the
 * ranking by the votes of the sessions most like the running one.
 */
package org.amalgam.model.neighbour;
