/**
 * Yardsticks: popularity, transitions and rules between items, item neighbours and a hidden Markov
 * model. They learn from every event at once and are always scored beside the members.
 */
package org.amalgam.model.baseline;
