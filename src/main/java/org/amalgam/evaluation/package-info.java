/**
 * How good rankings are: ranks with ties, metrics, running and sliding figures, tests of a
 * difference, and the offline protocol over sessions.
 */
package org.amalgam.evaluation;
