/** The virtual clock and the pacing of an event stream by it. */
package org.amalgam.replay;
