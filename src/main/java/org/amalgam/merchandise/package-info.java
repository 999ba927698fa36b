/**
 * Rules of a merchandiser, applied to fused scores: what shoppers are shown. Knows the rules from
 * {@link org.amalgam.domain.rule} and nothing of how scores came about.
 */
package org.amalgam.merchandise;
