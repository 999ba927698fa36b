/**
 * A simulated shop whose truth is known: who is a bot, what shoppers like and when that changes,
 * which lines are copies or damaged. It writes files and knows nothing of how they are read.
 */
package org.amalgam.simulate;
