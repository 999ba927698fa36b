/**
 * Detectors of a change in the mean of a stream, such as a ranker's hits. They count values, not
 * time: a silent night changes nothing, and a burst is as many values as it has.
 */
package org.amalgam.drift;
