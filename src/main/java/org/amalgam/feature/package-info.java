/** Turns events into sessions and into what is known about a user at a moment. */
package org.amalgam.feature;
