/**
 * Loops over arrays of floats that decide how long an event takes: scoring a catalogue, and looking
 * through its scores. In vector code where the JVM offers it, else in plain Java with the same
 * results to the last bit.
 */
package org.amalgam.kernel;
